package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumHoldersRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumHoldersRule(100);

    @Test
    @DisplayName("One of exactly so many can sell to a newcomer, not to another of them")
    void boundary() {
        met(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5"))
                        .holds(ALICE, "5")
                        .others(99, "1", HolderClaims.none())
                        .facts());
        notMet(
                "TOO_FEW_HOLDERS",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5"))
                        .holds(ALICE, "5")
                        .holds(BOB, "1")
                        .others(98, "1", HolderClaims.none())
                        .facts());
    }

    @Test
    @DisplayName("Who keeps something does not stop to be a holder")
    void part() {
        notApplicable(
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4"))
                        .holds(ALICE, "5")
                        .holds(BOB, "1")
                        .facts());
    }

    @Test
    @DisplayName("Issues and redemptions are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "1"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER).gives(ALICE, "5").gets(BOB, "1").gets(ALICE, "4"));
    }
}
