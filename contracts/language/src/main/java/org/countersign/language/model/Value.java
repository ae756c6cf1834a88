package org.countersign.language.model;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A typed value. */
public final class Value {
    private final ValueType type;
    private final Object carrier;

    /**
     * Creates a value.
     *
     * @param type its type
     * @param carrier what carries it, of the type that {@link ValueType#getCarrier()} says
     */
    public Value(ValueType type, Object carrier) {
        this.type = Objects.requireNonNull(type, "type");
        if (!type.getCarrier().isInstance(carrier)) {
            throw new IllegalArgumentException(type + " is carried by " + type.getCarrier() + ", not by " + carrier);
        }
        this.carrier = canonical(type, carrier);
    }

    private static Object canonical(ValueType type, Object carrier) {
        if (carrier instanceof BigDecimal) {
            return Numbers.plain((BigDecimal) carrier);
        }
        if (carrier instanceof Period) {
            return ((Period) carrier).normalized();
        }
        return carrier instanceof List ? inOrder(type, (List<?>) carrier) : carrier;
    }

    // Order and repetition mean nothing in any list of the language.
    private static List<String> inOrder(ValueType type, List<?> list) {
        TreeSet<String> sorted = new TreeSet<>(
                type == ValueType.WEEKDAYS
                        ? Comparator.<String, DayOfWeek>comparing(DayOfWeek::valueOf)
                        : Comparator.<String>naturalOrder());
        list.forEach(element -> sorted.add((String) element));
        return Collections.unmodifiableList(new ArrayList<>(sorted));
    }

    /** Its type. */
    public ValueType getType() {
        return type;
    }

    /** What carries it: immutable, and equal for equal values. */
    public Object getCarrier() {
        return carrier;
    }

    /** The value as a list of strings. */
    public List<String> texts() {
        return ((List<?>) carrier).stream().map(String::valueOf).collect(Collectors.toList());
    }

    /**
     * The value as it is written in a source.
     *
     * @return canonical: equal for equal values of a type
     */
    public String written() {
        switch (type) {
            case COUNT:
                return Numbers.grouped(BigDecimal.valueOf((Integer) carrier));
            case QUANTITY:
                return Numbers.grouped((BigDecimal) carrier) + (carrier.equals(BigDecimal.ONE) ? " unit" : " units");
            case PERCENTAGE:
                return Numbers.grouped(((BigDecimal) carrier).movePointRight(2)) + "%";
            case PERIOD:
                return period((Period) carrier);
            case TEXT:
                return quoted((String) carrier);
            case NAMES:
                return texts().stream().map(Value::quoted).collect(Collectors.joining(", "));
            case CATEGORIES:
            case OPERATIONS:
            case WEEKDAYS:
                return texts().stream().map(Value::word).collect(Collectors.joining(", "));
            case DATES:
                return texts().isEmpty() ? "none" : String.join(", ", texts());
            case JURISDICTIONS:
            case WORDS:
                return String.join(", ", texts());
            default:
                return carrier.toString();
        }
    }

    /**
     * A text as it is written in a source.
     *
     * @param text the text
     * @return the same in quotes
     */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /**
     * The word for a constant of the ledger.
     *
     * @param constant its name, as {@code CORPORATE_ACTION}
     * @return as {@code corporate-action}
     */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String period(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year");
        part(parts, period.getMonths(), "month");
        part(parts, period.getDays(), "day");
        return parts.isEmpty() ? "0 days" : String.join(" + ", parts);
    }

    private static void part(List<String> parts, int count, String unit) {
        if (count != 0) {
            parts.add(Numbers.grouped(BigDecimal.valueOf(count)) + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value && type == ((Value) other).type && carrier.equals(((Value) other).carrier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, carrier);
    }

    @Override
    public String toString() {
        return written();
    }
}
