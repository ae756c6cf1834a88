package org.countersign.language.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import org.countersign.language.model.Money;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;

/** Makes of values what a database can compare: numbers of one unit, or texts without case. */
final class Measure {
    /** The decimals that are compared; what is finer is rounded half to even. */
    static final int DECIMALS = 10;
    /** The characters of a text that are compared. */
    static final int LONGEST_TEXT = 255;

    private static final BigDecimal MOST = BigDecimal.TEN.pow(28).subtract(BigDecimal.ONE);
    // The mean month of the Gregorian calendar: 146,097 days in 4,800 months.
    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.436875");

    private Measure() {}

    /** Whether values of a type have an order. */
    static boolean isOrdered(ValueType type) {
        switch (type) {
            case COUNT:
            case QUANTITY:
            case PERCENTAGE:
            case AMOUNT:
            case PERIOD:
            case DATE:
            case DATES:
            case TIME:
                return true;
            default:
                return false;
        }
    }

    /** The number that stands for a value of an ordered type, in its type's unit. */
    static BigDecimal number(ValueType type, Object carrier) {
        switch (type) {
            case COUNT:
                return bounded(BigDecimal.valueOf((Integer) carrier));
            case AMOUNT:
                return bounded(((Money) carrier).getAmount());
            case PERIOD:
                Period period = (Period) carrier;
                return bounded(BigDecimal.valueOf(period.toTotalMonths())
                        .multiply(DAYS_OF_A_MONTH)
                        .add(BigDecimal.valueOf(period.getDays())));
            case DATE:
                return bounded(BigDecimal.valueOf(((LocalDate) carrier).toEpochDay()));
            case DATES:
                return bounded(
                        BigDecimal.valueOf(LocalDate.parse(carrier.toString()).toEpochDay()));
            case TIME:
                return bounded(BigDecimal.valueOf(((LocalTime) carrier).toSecondOfDay()));
            default:
                return bounded((BigDecimal) carrier);
        }
    }

    // A column of a database is bounded, and a number beyond it must not make a registrar fail.
    private static BigDecimal bounded(BigDecimal number) {
        return number.min(MOST).max(MOST.negate()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The currency of an amount; empty for all else. */
    static String unit(ValueType type, Object carrier) {
        return type == ValueType.AMOUNT ? ((Money) carrier).getCurrency() : "";
    }

    /** A text, or a word for a constant of the ledger, as it is compared. */
    static String text(ValueType type, Object carrier) {
        switch (type) {
            case CATEGORIES:
            case OPERATIONS:
            case WEEKDAYS:
                return folded(Value.word(carrier.toString()));
            default:
                return folded(carrier.toString());
        }
    }

    /** A text as it is compared: in small letters, and not longer than a database keeps it. */
    static String folded(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.length() <= LONGEST_TEXT ? small : small.substring(0, LONGEST_TEXT);
    }
}
