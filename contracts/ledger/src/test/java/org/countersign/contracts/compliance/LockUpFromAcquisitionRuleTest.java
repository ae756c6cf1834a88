package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.LONG_AGO;

import java.time.Instant;
import java.time.Period;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockUpFromAcquisitionRuleTest extends RuleTest {
    private final ComplianceRule rule = new LockUpFromAcquisitionRule(Period.ofMonths(6));

    private static Dealing given(Dealing dealing, String quantity, Instant lot) {
        return dealing.gives(ALICE, quantity, LONG_AGO, lot);
    }

    private static Dealing kept(Dealing dealing, String quantity, Instant lot) {
        return dealing.gets(ALICE, quantity, LONG_AGO, lot);
    }

    private static Dealing sale(String lot, String from) {
        Instant begin = Instant.parse(from);
        Dealing dealing = Dealing.of(Operation.TRANSFER)
                .between(from, begin.plusSeconds(60).toString());
        return given(dealing, "100", Instant.parse(lot)).gets(BOB, "100");
    }

    @Test
    @DisplayName("The moment at which the period has passed is free, the second before is not")
    void boundary() {
        met(rule, sale("2026-03-01T12:00:00Z", "2026-09-01T12:00:00Z"));
        notMet("LOCKED", rule, sale("2026-03-01T12:00:00Z", "2026-09-01T11:59:59Z"));
    }

    @Test
    @DisplayName("Six months from 31 August are over on the last day of February")
    void endOfMonth() {
        met(rule, sale("2025-08-31T12:00:00Z", "2026-02-28T12:00:00Z"));
        notMet("LOCKED", rule, sale("2025-08-31T12:00:00Z", "2026-02-28T11:59:59Z"));
    }

    @Test
    @DisplayName("A time-window that begins locked is refused, even if it ends free")
    void wholeWindow() {
        notMet("LOCKED", rule, sale("2026-03-01T12:00:00Z", "2026-09-01T11:59:30Z"));
    }

    @Test
    @DisplayName("Free units can be sold out of a mixture, if all locked ones stay")
    void mixture() {
        Instant young = Dealing.FROM.minusSeconds(1);
        Dealing split = kept(given(Dealing.of(Operation.TRANSFER).gives(ALICE, "50"), "100", young), "100", young);
        met(rule, split.gets(BOB, "50"));
        Dealing much = kept(given(Dealing.of(Operation.TRANSFER).gives(ALICE, "50"), "100", young), "99", young);
        notMet("LOCKED", rule, much.gets(BOB, "51"));
    }

    @Test
    @DisplayName("Issues, redemptions and transfers to oneself are not judged")
    void notJudged() {
        Instant young = Dealing.FROM.minusSeconds(1);
        notApplicable(rule, Dealing.issue(BOB, "100"));
        notApplicable(rule, given(Dealing.of(Operation.REDEEM), "100", young));
        notApplicable(rule, kept(given(Dealing.of(Operation.TRANSFER), "100", young), "100", young));
    }
}
