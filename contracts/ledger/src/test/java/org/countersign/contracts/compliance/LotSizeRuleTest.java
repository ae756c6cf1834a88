package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LotSizeRuleTest extends RuleTest {
    private final ComplianceRule rule = new LotSizeRule(units("100"));

    @Test
    @DisplayName("Whole lots are allowed, parts of lots are not")
    void boundary() {
        met(rule, Dealing.transfer(ALICE, BOB, "300"));
        notMet("ODD_LOT", rule, Dealing.transfer(ALICE, BOB, "300.01"));
        notMet("ODD_LOT", rule, Dealing.issue(BOB, "99"));
    }

    @Test
    @DisplayName("Change must be whole lots too")
    void change() {
        notMet(
                "ODD_LOT",
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "350")
                        .gets(BOB, "300")
                        .gets(ALICE, "50"));
        notMet("ODD_LOT", rule, Dealing.redemption(ALICE, "350").gets(ALICE, "50"));
    }

    @Test
    @DisplayName("An odd holding of old can be redeemed whole")
    void redeemed() {
        notApplicable(rule, Dealing.redemption(ALICE, "350"));
    }

    @Test
    @DisplayName("There is no lot of nothing")
    void nothing() {
        assertThatThrownBy(() -> new LotSizeRule(units("0"))).hasMessageContaining("more than zero");
    }
}
