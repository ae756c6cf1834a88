package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumSupplyRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumSupplyRule(units("1000"));

    @Test
    @DisplayName("The total itself is allowed, a hundredth more is not")
    void boundary() {
        met(rule, Book.behind(Dealing.issue(BOB, "100")).holds(ALICE, "900").facts());
        notMet(
                "SUPPLY_EXCEEDED",
                rule,
                Book.behind(Dealing.issue(BOB, "100.01")).holds(ALICE, "900").facts());
    }

    @Test
    @DisplayName("Transfers and redemptions are not judged, even if there is too much")
    void notJudged() {
        notApplicable(rule, Dealing.transfer(ALICE, BOB, "2000"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.issue(BOB, "1"));
    }
}
