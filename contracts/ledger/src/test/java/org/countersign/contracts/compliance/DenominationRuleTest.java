package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DenominationRuleTest extends RuleTest {
    private final ComplianceRule rule = new DenominationRule(units("100"), units("1"));

    @Test
    @DisplayName("The smallest and steps above it are allowed")
    void allowed() {
        met(rule, Dealing.transfer(ALICE, BOB, "100"));
        met(rule, Dealing.issue(BOB, "101"));
    }

    @Test
    @DisplayName("Less than the smallest and parts of steps are not")
    void refused() {
        notMet("ODD_DENOMINATION", rule, Dealing.transfer(ALICE, BOB, "99"));
        notMet("ODD_DENOMINATION", rule, Dealing.issue(BOB, "100.5"));
    }

    @Test
    @DisplayName("Change must be large enough too")
    void change() {
        notMet(
                "ODD_DENOMINATION",
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "150")
                        .gets(BOB, "100")
                        .gets(ALICE, "50"));
    }

    @Test
    @DisplayName("A full redemption makes no holding")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "50"));
    }

    @Test
    @DisplayName("There is no step of nothing")
    void noStep() {
        assertThatThrownBy(() -> new DenominationRule(units("100"), units("0"))).hasMessageContaining("more than zero");
    }
}
