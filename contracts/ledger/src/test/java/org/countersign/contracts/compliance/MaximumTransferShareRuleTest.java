package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumTransferShareRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumTransferShareRule(units("0.01"));

    private static Dealing selling(String quantity) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity))
                .holds(ALICE, "10000")
                .facts();
    }

    @Test
    @DisplayName("The part itself is allowed, a hundredth more is not")
    void boundary() {
        met(rule, selling("100"));
        notMet("TOO_LARGE", rule, selling("100.01"));
    }

    @Test
    @DisplayName("An issue is judged by what is outstanding after it")
    void issue() {
        met(rule, Book.behind(Dealing.issue(BOB, "100")).holds(ALICE, "9900").facts());
        notMet(
                "TOO_LARGE",
                rule,
                Book.behind(Dealing.issue(BOB, "100")).holds(ALICE, "9899").facts());
    }

    @Test
    @DisplayName("Redemptions and transfers to oneself are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.redemption(ALICE, "5000"));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "5000"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
