package org.countersign.oracles.compliance.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody was born, as exactly as a list knows: from the first to the last day that it can have been. "About" a
 * year counts a year more on either side.
 */
final class BirthPeriod {
    private static final List<String> MONTHS =
            Arrays.asList("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ABOUT = Pattern.compile("(?i)^(circa|approximately|about|c\\.)\\s*");
    private static final Pattern SPAN = Pattern.compile("(?i)\\s+(?:to|and|-)\\s+|(?<=^[0-9]{4})-(?=[0-9]{4}$)");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?");
    private static final Pattern WORDED = Pattern.compile("(?:([0-9]{1,2})\\s+)?([A-Za-z]{3})[a-z]*\\s+([0-9]{4})");

    private final LocalDate from;
    private final LocalDate to;

    private BirthPeriod(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Between two days.
     *
     * @param from the first day
     * @param to the last day, not before the first
     */
    static BirthPeriod between(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? new BirthPeriod(to, from) : new BirthPeriod(from, to);
    }

    /**
     * Reads what the publishers write: {@code 10 Dec 1948}, {@code Dec 1948}, {@code 1948}, {@code circa 1948},
     * {@code 1948 to 1950}, {@code 1948-12-10}, {@code 1948-12}.
     *
     * @param text what stands there
     * @return nothing if it is none of these
     */
    static Optional<BirthPeriod> parse(String text) {
        Matcher about = ABOUT.matcher(text.trim());
        boolean vague = about.find();
        String rest = vague ? about.replaceFirst("") : text.trim();
        String[] ends = SPAN.split(rest, 2);
        Optional<BirthPeriod> first = exact(ends[0].trim());
        Optional<BirthPeriod> last = exact(ends[ends.length - 1].trim());
        if (!first.isPresent() || !last.isPresent()) {
            return Optional.empty();
        }
        BirthPeriod period = between(min(first.get().from, last.get().from), max(first.get().to, last.get().to));
        return Optional.of(vague ? period.widened() : period);
    }

    private static Optional<BirthPeriod> exact(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
            }
            Matcher worded = WORDED.matcher(text);
            if (worded.matches()) {
                int month = MONTHS.indexOf(worded.group(2).toLowerCase(Locale.ROOT)) + 1;
                return month == 0
                        ? Optional.empty()
                        : Optional.of(of(number(worded.group(3)), month, number(worded.group(1))));
            }
        } catch (DateTimeException none) {
            // A day that no calendar has says nothing.
        }
        return Optional.empty();
    }

    // Zero stands for what is not known: lists write 1948-00-00 too.
    private static BirthPeriod of(int year, int month, int day) {
        if (month == 0) {
            return new BirthPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth known = YearMonth.of(year, month);
        return day == 0
                ? new BirthPeriod(known.atDay(1), known.atEndOfMonth())
                : new BirthPeriod(known.atDay(day), known.atDay(day));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A year more on either side. */
    BirthPeriod widened() {
        return new BirthPeriod(from.minusYears(1), to.plusYears(1));
    }

    /** Whether somebody born on a day can be meant. */
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether at least the year fits; days and months are mixed up in many sources. */
    boolean containsYearOf(LocalDate day) {
        return day.getYear() >= from.getYear() && day.getYear() <= to.getYear();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BirthPeriod
                && from.equals(((BirthPeriod) other).from)
                && to.equals(((BirthPeriod) other).to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to);
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + ".." + to;
    }
}
