package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisposerKycLevelRuleTest extends RuleTest {
    private static final String FRESH = "2026-01-01T00:00:00Z";
    private final ComplianceRule rule = new DisposerKycLevelRule(2, Period.ofMonths(12));

    @Test
    @DisplayName("The level itself and a higher one do, a lower one does not")
    void level() {
        met(rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "kyc_level", "2", "kyc_checked", FRESH));
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "kyc_level", "3", "kyc_checked", FRESH));
        notMet(
                "LEVEL_TOO_LOW",
                rule,
                Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "kyc_level", "1", "kyc_checked", FRESH));
    }

    @Test
    @DisplayName("Checks are fresh until their age is reached, judged at the end of the time-window")
    void age() {
        Dealing dealing = Dealing.transfer(ALICE, BOB, "1")
                .knowing(ALICE, "kyc_level", "2", "kyc_checked", "2026-05-04T10:00:00Z");
        met(rule, dealing.between("2027-05-04T09:58:00Z", "2027-05-04T10:00:00Z"));
        notMet("CHECKS_TOO_OLD", rule, dealing.between("2027-05-04T09:58:00Z", "2027-05-04T10:00:01Z"));
    }

    @Test
    @DisplayName("Checks that are dated ahead are not fresh for longer than they may be")
    void ahead() {
        Dealing dealing = Dealing.transfer(ALICE, BOB, "1")
                .knowing(ALICE, "kyc_level", "2", "kyc_checked", "2027-05-04T10:00:00Z");
        met(rule, dealing.between("2027-05-04T09:58:00Z", "2027-05-04T10:00:00Z"));
        notMet("CHECKS_TOO_OLD", rule, dealing.between("2027-05-04T09:57:00Z", "2027-05-04T09:59:59Z"));
    }

    @Test
    @DisplayName("A level that expired, or without a date, is none")
    void missing() {
        notMet("LEVEL_TOO_LOW", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE));
        notMet("CHECKS_TOO_OLD", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "kyc_level", "2"));
    }

    @Test
    @DisplayName("The other side of the deal is not judged")
    void otherSide() {
        met(
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "kyc_level", "2", "kyc_checked", FRESH)
                        .knowing(BOB));
    }

    @Test
    @DisplayName("An issue and a transfer to oneself are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "1").knowing(ALICE));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
