package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/**
 * Counts the units of lots that are locked. The ledger lets no unit get older by moving, so that whatever a holder
 * gives away of its locked units is missing among those that it keeps.
 */
final class LockedLots {
    private static final long SECONDS_OF_DAY = 86_400;

    private final Predicate<Lot> locked;

    LockedLots(Predicate<Lot> locked) {
        this.locked = locked;
    }

    /** How many more locked units a key holds than before; less than zero if it gives some away. */
    BigDecimal change(ComplianceFacts facts, PublicKey holder) {
        return count(facts.getReceived(), holder).subtract(count(facts.getSurrendered(), holder));
    }

    private BigDecimal count(List<Lot> lots, PublicKey holder) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.getHolder().equals(holder) && locked.test(lot)) {
                sum = sum.add(lot.getQuantity());
            }
        }
        return sum;
    }

    /** The beginning of a calendar period in UTC that ends then. */
    static Instant begin(Instant end, Period period) {
        return end.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    /** The end of a calendar period in UTC: of 31 August and six months it is the last day of February. */
    static Instant end(Instant start, Period period) {
        return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    /**
     * Whether a calendar period in UTC that began then has ended. Months have 28 to 31 days, so that most questions
     * need no calendar.
     */
    static boolean hasPassed(Instant start, Period period, Instant when) {
        if (!when.isBefore(start.plusSeconds(SECONDS_OF_DAY * (31 * period.toTotalMonths() + period.getDays())))) {
            return true;
        }
        return !when.isBefore(start.plusSeconds(SECONDS_OF_DAY * (28 * period.toTotalMonths() + period.getDays())))
                && !when.isBefore(end(start, period));
    }
}
