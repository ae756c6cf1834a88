package org.countersign.language.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.countersign.contracts.compliance.ParameterType;

/** The types of values, those of rules' parameters among them under the same names. */
public enum ValueType {
    /** See {@link ParameterType#COUNT}. */
    COUNT("a whole number, as 35", Integer.class),
    /** See {@link ParameterType#QUANTITY}. */
    QUANTITY("a number of units, as 1,000 units", BigDecimal.class),
    /** See {@link ParameterType#PERCENTAGE}. */
    PERCENTAGE("a percentage, as 10%", BigDecimal.class),
    /** See {@link ParameterType#PERIOD}. */
    PERIOD("a period, as 40 days or 6 months", Period.class),
    /** See {@link ParameterType#DATE}. */
    DATE("a date, as 2027-01-31", LocalDate.class),
    /** See {@link ParameterType#TIME}. */
    TIME("a time of the day, as 17:30", LocalTime.class),
    /** See {@link ParameterType#ZONE}. */
    ZONE("a time zone, as Europe/Berlin", String.class),
    /** See {@link ParameterType#JURISDICTIONS}. */
    JURISDICTIONS("jurisdictions, as DE, US-NY", List.class),
    /** See {@link ParameterType#CATEGORIES}. */
    CATEGORIES("investor categories, as retail, accredited", List.class),
    /** See {@link ParameterType#OPERATIONS}. */
    OPERATIONS("operations, as issue, transfer", List.class),
    /** Days of the week. */
    WEEKDAYS("days of the week, as monday, tuesday", List.class),
    /** Dates, or none. */
    DATES("dates, as 2027-12-24, 2027-12-31, or none", List.class),
    /** See {@link ParameterType#NAMES}. */
    NAMES("names in quotes, as \"first\", \"second\"", List.class),
    /** See {@link ParameterType#TEXT}. */
    TEXT("a text in quotes", String.class),
    /** An amount of money; no rule takes one. */
    AMOUNT("an amount of money, as 1,000 EUR", Money.class),
    /** A currency. */
    CURRENCY("a currency, as EUR", String.class),
    /** An ISIN. */
    ISIN("an ISIN, as US0378331005", String.class),
    /** A security's symbol. */
    SYMBOL("a symbol, as ACME", String.class),
    /** A word out of a list. */
    WORD("a word", String.class),
    /** Words out of a list. */
    WORDS("words", List.class);

    private final String description;
    private final Class<?> carrier;

    ValueType(String description, Class<?> carrier) {
        this.description = description;
        this.carrier = carrier;
    }

    /**
     * The type of a rule's parameter.
     *
     * @param type the type as the catalogue calls it
     * @return the type of the same name
     */
    public static ValueType of(ParameterType type) {
        return valueOf(type.name());
    }

    /** What a value looks like, with an example. */
    public String getDescription() {
        return description;
    }

    /** The Java type that carries a value; lists are of strings. */
    public Class<?> getCarrier() {
        return carrier;
    }
}
