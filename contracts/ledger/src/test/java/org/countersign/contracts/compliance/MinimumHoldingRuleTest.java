package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumHoldingRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumHoldingRule(units("100"));

    private static Dealing selling(String quantity) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity))
                .holds(ALICE, "150")
                .holds(BOB, "400")
                .facts();
    }

    @Test
    @DisplayName("A part can be sold that leaves enough, or everything")
    void giver() {
        met(rule, selling("50"));
        met(rule, selling("150"));
        notMet("HOLDING_TOO_SMALL", rule, selling("50.01"));
    }

    @Test
    @DisplayName("Who begins must begin with enough")
    void taker() {
        met(rule, Book.behind(Dealing.issue(BOB, "100")).facts());
        notMet(
                "HOLDING_TOO_SMALL",
                rule,
                Book.behind(Dealing.issue(BOB, "99.99")).facts());
    }

    @Test
    @DisplayName("A redemption leaves enough or nothing")
    void redemption() {
        met(
                rule,
                Book.behind(Dealing.redemption(ALICE, "150"))
                        .holds(ALICE, "150")
                        .facts());
        notMet(
                "HOLDING_TOO_SMALL",
                rule,
                Book.behind(Dealing.redemption(ALICE, "60")).holds(ALICE, "150").facts());
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
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
