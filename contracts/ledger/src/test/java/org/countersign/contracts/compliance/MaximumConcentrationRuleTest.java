package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumConcentrationRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumConcentrationRule(units("0.1"));

    private static Dealing buying(String quantity) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity))
                .holds(ALICE, "940")
                .holds(BOB, "60")
                .facts();
    }

    @Test
    @DisplayName("A tenth of 1000 units is allowed, a hundredth more is not")
    void boundary() {
        met(rule, buying("40"));
        notMet("TOO_CONCENTRATED", rule, buying("40.01"));
    }

    @Test
    @DisplayName("What a person holds through another account counts")
    void twoAccounts() {
        notMet(
                "TOO_CONCENTRATED",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "41")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(ALICE, "940")
                        .holds(CAROL, "60")
                        .facts());
    }

    @Test
    @DisplayName("A transfer between the accounts of one person is none, whatever it holds")
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
    @DisplayName("An issue is judged by what is outstanding after it")
    void issue() {
        met(rule, Book.behind(Dealing.issue(BOB, "100")).holds(ALICE, "900").facts());
        notMet(
                "TOO_CONCENTRATED",
                rule,
                Book.behind(Dealing.issue(BOB, "101")).holds(ALICE, "900").facts());
    }

    @Test
    @DisplayName("Redemptions are not judged")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
