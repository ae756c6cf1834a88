package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.countersign.contracts.Rules;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Operation;

/** The values that {@link ParameterType} takes, in the one form that equal values share, and how they are written. */
final class ParameterValues {
    private static final int LONGEST_PERIOD = 100 * 12;
    private static final int LONGEST_PERIOD_DAYS = 36_600;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private ParameterValues() {}

    static Object count(Object value) {
        int count = (Integer) Objects.requireNonNull(value, "a count");
        check(
                count >= 0 && count <= ParameterType.LARGEST_COUNT,
                "A count is 0 to " + ParameterType.LARGEST_COUNT + "; this is " + count + ".");
        return count;
    }

    static Object quantity(Object value) {
        BigDecimal number = number(value);
        check(number.signum() >= 0, "A quantity is zero or more; this is " + number + ".");
        return number;
    }

    static Object percentage(Object value) {
        BigDecimal number = number(value);
        check(
                number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
                "A percentage is 0% to 100%, carried as 0 to 1; this is " + number + ".");
        return number;
    }

    // Asked first: arithmetic on a number with a huge exponent or millions of digits could occupy a node for minutes.
    private static BigDecimal number(Object value) {
        BigDecimal number = (BigDecimal) Objects.requireNonNull(value, "a number");
        check(
                Math.abs((long) number.scale()) <= 40 && number.unscaledValue().bitLength() <= 160,
                "A number has at most 40 digits before and after the point.");
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Object period(Object value) {
        Period period = (Period) Objects.requireNonNull(value, "a period");
        check(
                period.getYears() >= 0
                        && period.getMonths() >= 0
                        && period.getDays() >= 0
                        && !period.isZero()
                        && period.toTotalMonths() <= LONGEST_PERIOD
                        && period.getDays() <= LONGEST_PERIOD_DAYS,
                "A period is more than nothing and at most 100 years; this is " + period + ".");
        return Period.of(0, (int) period.toTotalMonths(), period.getDays());
    }

    static Object date(Object value) {
        LocalDate date = (LocalDate) Objects.requireNonNull(value, "a date");
        check(
                date.getYear() >= ParameterType.EARLIEST_YEAR && date.getYear() <= ParameterType.LATEST_YEAR,
                "A date is of the years " + ParameterType.EARLIEST_YEAR + " to " + ParameterType.LATEST_YEAR
                        + "; this is " + date + ".");
        return date;
    }

    static Object time(Object value) {
        LocalTime time = (LocalTime) Objects.requireNonNull(value, "a time");
        check(
                time.equals(time.truncatedTo(ChronoUnit.MINUTES)),
                "A time of the day has hours and minutes only; this is " + time + ".");
        return time;
    }

    static Object zone(Object value) {
        String zone = (String) Objects.requireNonNull(value, "a zone");
        check(TimeZones.isName(zone), "A zone is UTC or has a region's name as Europe/Berlin; this is '" + zone + "'.");
        return zone;
    }

    static Object jurisdictions(Object value) {
        return list(value, Jurisdictions::isCode, "a jurisdiction's code as US or US-NY");
    }

    static Object categories(Object value) {
        return list(
                value, namesOf(InvestorCategory.values())::contains, "one of " + namesOf(InvestorCategory.values()));
    }

    static Object operations(Object value) {
        List<String> judged = namesOf(Operation.values());
        // Approved by people; no policy is asked.
        judged.remove(Operation.AMEND.name());
        return list(value, judged::contains, "one of " + judged);
    }

    static Object weekdays(Object value) {
        list(value, namesOf(DayOfWeek.values())::contains, "one of " + namesOf(DayOfWeek.values()));
        List<String> inOrder = namesOf(DayOfWeek.values());
        inOrder.retainAll((Collection<?>) value);
        return Collections.unmodifiableList(inOrder);
    }

    static Object dates(Object value) {
        List<?> dates = (List<?>) value;
        return dates.isEmpty() ? Collections.emptyList() : list(value, ParameterValues::isDate, "a date as 2027-01-31");
    }

    static Object names(Object value) {
        return list(value, name -> NAME.matcher(name).matches(), "a name of letters, digits and . _ : / + = -");
    }

    static Object text(Object value) {
        String text = (String) Objects.requireNonNull(value, "a text");
        check(
                Rules.isReadable(text, ParameterType.LONGEST_TEXT),
                "A text has 1 to " + ParameterType.LONGEST_TEXT + " readable characters.");
        return text;
    }

    static String writeNumber(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    static String writePercentage(Object value) {
        return writeNumber(number(((BigDecimal) value).movePointRight(2))) + "%";
    }

    static String writePeriod(Object value) {
        Period period = (Period) value;
        String months = write(period.toTotalMonths(), "month");
        String days = write(period.getDays(), "day");
        return months.isEmpty() || days.isEmpty() ? months + days : months + " " + days;
    }

    private static String write(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    static String writeList(Object value) {
        List<?> list = (List<?>) value;
        StringBuilder text = new StringBuilder();
        list.forEach(element -> text.append(text.length() == 0 ? "" : " ").append(element));
        return list.isEmpty() ? "none" : text.toString();
    }

    static String writeText(Object value) {
        return "\"" + ((String) value).replace("\"", "\"\"") + "\"";
    }

    private static Object list(Object value, Predicate<String> allowed, String what) {
        List<?> list = (List<?>) Objects.requireNonNull(value, "a list");
        check(
                !list.isEmpty() && list.size() <= ParameterType.LONGEST_LIST,
                "A list has 1 to " + ParameterType.LONGEST_LIST + " elements; this one has " + list.size() + ".");
        TreeSet<String> sorted = new TreeSet<>();
        for (Object element : list) {
            check(
                    element instanceof String && allowed.test((String) element),
                    "An element of the list must be " + what + "; this is '" + element + "'.");
            sorted.add((String) element);
        }
        return Collections.unmodifiableList(new ArrayList<>(sorted));
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text) && date(LocalDate.parse(text)) != null;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private static List<String> namesOf(Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        Arrays.asList(values).forEach(value -> names.add(value.name()));
        return names;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
