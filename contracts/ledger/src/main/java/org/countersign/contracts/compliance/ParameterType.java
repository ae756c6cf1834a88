package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;

/** The types that a rule's parameters can have, each with the Java type that carries it. */
public enum ParameterType {
    /** A whole number from 0. */
    COUNT(int.class),
    /** A number of units of the security, as {@code 1,000}. */
    QUANTITY(BigDecimal.class),
    /** A part of a whole, as {@code 10%}; carried as a fraction, 0.10. */
    PERCENTAGE(BigDecimal.class),
    /** Days, months or years, as {@code 40 days}. */
    PERIOD(Period.class),
    /** A date, as {@code 2027-01-31}. */
    DATE(LocalDate.class),
    /** A time of the day, as {@code 17:30}. */
    TIME(LocalTime.class),
    /** A time zone's name in the IANA database, as {@code Europe/Berlin}. */
    ZONE(String.class),
    /** Jurisdictions: ISO 3166-1 alpha-2 or ISO 3166-2 codes. */
    JURISDICTIONS(List.class),
    /** Names of {@link org.countersign.contracts.identity.InvestorCategory}. */
    CATEGORIES(List.class),
    /** Names of {@link org.countersign.contracts.validation.Operation}. */
    OPERATIONS(List.class),
    /** Names of anything, for example of lists. */
    NAMES(List.class),
    /** A word or sentence in quotes. */
    TEXT(String.class);

    private final Class<?> carrier;

    ParameterType(Class<?> carrier) {
        this.carrier = carrier;
    }

    /** The Java type that carries a value; lists are of strings. */
    public Class<?> getCarrier() {
        return carrier;
    }
}
