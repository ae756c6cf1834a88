package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The types that a rule's parameters can have, each with the Java type that carries it, the values that it takes and
 * how it is written. Lists are of texts; their order and repetitions mean nothing, and they are kept sorted.
 */
public enum ParameterType {
    /** A whole number from 0 to 1,000,000,000, written {@code 2000}. */
    COUNT(int.class, ParameterValues::count, String::valueOf),
    /** A number of units of the security, zero or more, written {@code 1000} or {@code 0.5}. */
    QUANTITY(BigDecimal.class, ParameterValues::quantity, ParameterValues::writeNumber),
    /** A part of a whole from 0% to 100%, written {@code 10%}; carried as a fraction, 0.10. */
    PERCENTAGE(BigDecimal.class, ParameterValues::percentage, ParameterValues::writePercentage),
    /**
     * Days, months or years, more than none, written {@code 40 days}, {@code 18 months} or both; a year is 12 months.
     */
    PERIOD(Period.class, ParameterValues::period, ParameterValues::writePeriod),
    /** A date, written {@code 2027-01-31}. */
    DATE(LocalDate.class, ParameterValues::date, String::valueOf),
    /** A time of the day in hours and minutes, written {@code 17:30}. */
    TIME(LocalTime.class, ParameterValues::time, String::valueOf),
    /** A time zone's name in the IANA database, written {@code Europe/Berlin}, or {@code UTC}. */
    ZONE(String.class, ParameterValues::zone, String::valueOf),
    /**
     * Jurisdictions: ISO 3166-1 alpha-2 or ISO 3166-2 codes, written {@code CH US-NY}; a country has its parts in it.
     */
    JURISDICTIONS(List.class, ParameterValues::jurisdictions, ParameterValues::writeList),
    /** Names of {@link org.countersign.contracts.identity.InvestorCategory}. */
    CATEGORIES(List.class, ParameterValues::categories, ParameterValues::writeList),
    /** Names of {@link org.countersign.contracts.validation.Operation}. */
    OPERATIONS(List.class, ParameterValues::operations, ParameterValues::writeList),
    /** Days of the week, as {@link java.time.DayOfWeek} names them, written {@code MONDAY TUESDAY}. */
    WEEKDAYS(List.class, ParameterValues::weekdays, ParameterValues::writeList),
    /** Dates, each written as {@link #DATE}; may be none, written {@code none}. */
    DATES(List.class, ParameterValues::dates, ParameterValues::writeList),
    /** Names of anything: letters, digits and {@code . _ : / + = -}, without spaces. */
    NAMES(List.class, ParameterValues::names, ParameterValues::writeList),
    /** A sentence of up to 200 readable characters in double quotes, which are doubled within. */
    TEXT(String.class, ParameterValues::text, ParameterValues::writeText);

    /** The most that a {@link #COUNT} can be. */
    public static final int LARGEST_COUNT = 1_000_000_000;
    /** The first year of a {@link #DATE}. */
    public static final int EARLIEST_YEAR = 1900;
    /** The last year of a {@link #DATE}. */
    public static final int LATEST_YEAR = 2999;
    /** The most elements that a list can have. */
    public static final int LONGEST_LIST = 1_000;
    /** The most characters that a {@link #TEXT} can have; no other element is longer. */
    public static final int LONGEST_TEXT = 200;

    private final Class<?> carrier;
    private final UnaryOperator<Object> check;
    private final Function<Object, String> writer;

    ParameterType(Class<?> carrier, UnaryOperator<Object> check, Function<Object, String> writer) {
        this.carrier = carrier;
        this.check = check;
        this.writer = writer;
    }

    /** The Java type that carries a value; lists are of strings. */
    public Class<?> getCarrier() {
        return carrier;
    }

    /**
     * Checks a value and brings it into the one form that equal values share.
     *
     * @param value of the carrier's type
     * @return the value in that form
     * @throws IllegalArgumentException if the type does not take the value, with what it takes
     */
    public Object checked(Object value) {
        return check.apply(value);
    }

    /**
     * A value as text.
     *
     * @param value as {@link #checked} gave it
     * @return the text, different for different values
     */
    public String write(Object value) {
        return writer.apply(value);
    }
}
