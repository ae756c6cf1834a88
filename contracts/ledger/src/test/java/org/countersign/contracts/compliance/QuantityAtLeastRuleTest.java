package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuantityAtLeastRuleTest extends RuleTest {
    private final ComplianceRule rule = new QuantityAtLeastRule(units("1000"));

    @Test
    @DisplayName("The quantity itself is enough, a hundredth less is not")
    void boundary() {
        met(rule, Dealing.transfer(ALICE, BOB, "1000"));
        notMet("SMALLER", rule, Dealing.transfer(ALICE, BOB, "999.99"));
    }

    @Test
    @DisplayName("All acquirers count together, change does not count")
    void together() {
        Dealing two = Dealing.of(Operation.TRANSFER).gives(ALICE, "5000").gets(BOB, "600");
        met(rule, two.gets(CAROL, "400").gets(ALICE, "4000"));
        notMet(
                "SMALLER",
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5000")
                        .gets(BOB, "1")
                        .gets(ALICE, "4999"));
    }

    @Test
    @DisplayName("A redemption counts what is handed back")
    void redemption() {
        met(rule, Dealing.redemption(ALICE, "1500").gets(ALICE, "500"));
        notMet("SMALLER", rule, Dealing.redemption(ALICE, "1500").gets(ALICE, "501"));
    }

    @Test
    @DisplayName("A transfer to oneself is of no size")
    void toOneself() {
        notMet("SMALLER", rule, Dealing.transfer(ALICE, ALICE, "5000"));
        met(new QuantityAtLeastRule(units("0")), Dealing.transfer(ALICE, ALICE, "5000"));
    }
}
