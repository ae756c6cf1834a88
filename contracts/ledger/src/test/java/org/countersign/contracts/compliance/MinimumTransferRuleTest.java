package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumTransferRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumTransferRule(units("100"));

    @Test
    @DisplayName("The limit reached exactly is allowed, a hundredth beyond it is not")
    void boundary() {
        met(rule, Dealing.transfer(ALICE, BOB, "100"));
        notMet("TOO_SMALL", rule, Dealing.transfer(ALICE, BOB, "99.99"));
        notMet("TOO_SMALL", rule, Dealing.issue(BOB, "99.99"));
    }

    @Test
    @DisplayName("Change is not acquired, and what a buyer surrenders and gets back is not either")
    void change() {
        met(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "150")
                        .gets(BOB, "100")
                        .gets(ALICE, "50"));
        met(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "500")
                        .gives(BOB, "30")
                        .gets(BOB, "130")
                        .gets(ALICE, "400"));
    }

    @Test
    @DisplayName("Each of several acquirers is judged")
    void several() {
        Dealing two = Dealing.of(Operation.TRANSFER).gives(ALICE, "200").gets(BOB, "100");
        notMet("TOO_SMALL", rule, two.gets(CAROL, "99.99"));
    }

    @Test
    @DisplayName("Redemptions and transfers to oneself are not judged")
    void nobodyAcquires() {
        notApplicable(rule, Dealing.redemption(ALICE, "99.99"));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "99.99"));
    }
}
