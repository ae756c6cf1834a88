package org.countersign.contracts.holding;

import static org.countersign.contracts.Rules.check;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.validation.Operation;

/**
 * How holdings are dated. Nobody knows when exactly a transaction is notarised, but not after its time-window; so the
 * end of the time-window is the date, and no unit is taken for older than it is. By moving, units never get older: they
 * can be sold no sooner for being divided, joined, or passed around.
 */
public final class LotDates {
    /** A holding without dates would have no period to wait for. */
    public static final String DATED = "Every holding that a transaction makes says when it was issued and acquired.";
    /** Later is possible, since units can be given in parts that become free later. */
    public static final String ISSUE_DATES =
            "What is issued counts as issued at the end of the time-window or later, and as acquired at its end.";
    /** A holding of mixed units is as young as the youngest of them. */
    public static final String KEPT_DATES =
            "What a holder keeps has the dates of what it gave, lot for lot, or of all of it the latest.";
    /** Neither may what was bought count as held before, nor what was held as bought by being passed around. */
    public static final String GAINED_DATES =
            "Exactly as many units as a holder gains in net count as acquired at the end of the time-window.";
    /** Units must not swap ages with others on the way. */
    public static final String NO_OLDER =
            "By every date no more units count as issued after a movement than before, and by no other date.";

    private LotDates() {}

    /** Verifies the holdings that a movement makes. */
    static void verify(ComplianceFacts facts, List<SecurityToken> made) {
        verifyDated(made);
        if (facts.getOperation() == Operation.ISSUE) {
            for (Lot lot : facts.getReceived()) {
                check(
                        ISSUE_DATES,
                        !lot.getIssued().isBefore(facts.getUntil())
                                && lot.getAcquired().equals(facts.getUntil()));
            }
        } else {
            verifyMoved(facts.getSurrendered(), facts.getReceived(), facts.getUntil());
        }
    }

    static void verifyDated(List<SecurityToken> made) {
        for (SecurityToken token : made) {
            check(DATED, token.getIssued() != null && token.getAcquired() != null);
        }
    }

    static void verifyMoved(List<Lot> before, List<Lot> after, Instant until) {
        Map<PublicKey, List<Lot>> given = byHolder(before);
        byHolder(after)
                .forEach((holder, lots) ->
                        verifyHolder(given.getOrDefault(holder, Collections.emptyList()), lots, until));
        SortedMap<Instant, BigDecimal> issuedBefore = byIssue(before);
        BigDecimal sumBefore = BigDecimal.ZERO;
        BigDecimal sumAfter = BigDecimal.ZERO;
        SortedMap<Instant, BigDecimal> issuedAfter = byIssue(after);
        check(NO_OLDER, issuedBefore.keySet().containsAll(issuedAfter.keySet()));
        for (Map.Entry<Instant, BigDecimal> date : issuedBefore.entrySet()) {
            sumBefore = sumBefore.add(date.getValue());
            sumAfter = sumAfter.add(issuedAfter.getOrDefault(date.getKey(), BigDecimal.ZERO));
            check(NO_OLDER, sumAfter.compareTo(sumBefore) <= 0);
        }
    }

    private static void verifyHolder(List<Lot> before, List<Lot> after, Instant until) {
        Map<List<Instant>, BigDecimal> given = byDates(before);
        List<Instant> latest = latest(before);
        BigDecimal fresh = BigDecimal.ZERO;
        // What has the latest dates of what was given, and these are those of new units too, can be either.
        BigDecimal freshOrKept = BigDecimal.ZERO;
        for (Map.Entry<List<Instant>, BigDecimal> lots : byDates(after).entrySet()) {
            BigDecimal rest = lots.getValue().subtract(given.getOrDefault(lots.getKey(), BigDecimal.ZERO));
            if (rest.signum() > 0) {
                boolean kept = lots.getKey().equals(latest);
                boolean isNew = lots.getKey().get(1).equals(until);
                check(KEPT_DATES, kept || isNew);
                freshOrKept = kept && isNew ? freshOrKept.add(rest) : freshOrKept;
                fresh = kept || !isNew ? fresh : fresh.add(rest);
            }
        }
        BigDecimal gained = sum(after).subtract(sum(before)).max(BigDecimal.ZERO);
        check(GAINED_DATES, fresh.compareTo(gained) <= 0 && gained.compareTo(fresh.add(freshOrKept)) <= 0);
    }

    private static Map<PublicKey, List<Lot>> byHolder(List<Lot> lots) {
        Map<PublicKey, List<Lot>> byHolder = new LinkedHashMap<>();
        lots.forEach(lot -> byHolder.computeIfAbsent(lot.getHolder(), key -> new ArrayList<>())
                .add(lot));
        return byHolder;
    }

    private static SortedMap<Instant, BigDecimal> byIssue(List<Lot> lots) {
        SortedMap<Instant, BigDecimal> byIssue = new TreeMap<>();
        lots.forEach(lot -> byIssue.merge(lot.getIssued(), lot.getQuantity(), BigDecimal::add));
        return byIssue;
    }

    private static Map<List<Instant>, BigDecimal> byDates(List<Lot> lots) {
        Map<List<Instant>, BigDecimal> byDates = new HashMap<>();
        lots.forEach(lot ->
                byDates.merge(Arrays.asList(lot.getIssued(), lot.getAcquired()), lot.getQuantity(), BigDecimal::add));
        return byDates;
    }

    private static List<Instant> latest(List<Lot> lots) {
        Instant issued =
                lots.stream().map(Lot::getIssued).max(Instant::compareTo).orElse(null);
        Instant acquired =
                lots.stream().map(Lot::getAcquired).max(Instant::compareTo).orElse(null);
        return Arrays.asList(issued, acquired);
    }

    private static BigDecimal sum(List<Lot> lots) {
        return lots.stream().map(Lot::getQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
