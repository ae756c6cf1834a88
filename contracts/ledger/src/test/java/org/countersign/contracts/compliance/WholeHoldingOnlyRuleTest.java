package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WholeHoldingOnlyRuleTest extends RuleTest {
    private final ComplianceRule rule = new WholeHoldingOnlyRule();

    @Test
    @DisplayName("Everything can be sold, a part cannot")
    void boundary() {
        met(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5")).holds(ALICE, "5").facts());
        notMet(
                "PART_KEPT",
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4"))
                        .holds(ALICE, "5")
                        .facts());
    }

    @Test
    @DisplayName("What a person keeps in another account is kept")
    void twoAccounts() {
        notMet(
                "PART_KEPT",
                rule,
                Book.behind(Dealing.transfer(CAROL, ALICE, "5")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(CAROL, "5")
                        .holds(BOB, "1")
                        .facts());
    }

    @Test
    @DisplayName("A transfer between the accounts of one person is none")
    void ownAccounts() {
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(CAROL, BOB, "5")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(CAROL, "7")
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
