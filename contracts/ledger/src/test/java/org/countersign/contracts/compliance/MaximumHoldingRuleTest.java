package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldingRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumHoldingRule(units("500"));

    private static Dealing buying(String quantity) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity))
                .holds(ALICE, "5000")
                .holds(BOB, "400")
                .facts();
    }

    @Test
    @DisplayName("The largest holding is allowed, a hundredth more is not")
    void boundary() {
        met(rule, buying("100"));
        notMet("HOLDING_TOO_LARGE", rule, buying("100.01"));
    }

    @Test
    @DisplayName("What a person holds through another account counts")
    void twoAccounts() {
        notMet(
                "HOLDING_TOO_LARGE",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "101")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(ALICE, "940")
                        .holds(CAROL, "400")
                        .facts());
    }

    @Test
    @DisplayName("A transfer between the accounts of one person is none")
    void ownAccounts() {
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(CAROL, BOB, "500")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(CAROL, "1000")
                        .facts());
    }

    @Test
    @DisplayName("Who gives may keep more")
    void giver() {
        met(rule, buying("1"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
