package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Collections;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllowedKeysRuleTest extends RuleTest {
    private final ComplianceRule rule = new AllowedKeysRule(Collections.singletonList(KeyFingerprint.of(BOB)));

    @Test
    @DisplayName("A key of the list acquires, another does not")
    void list() {
        met(rule, Dealing.transfer(ALICE, BOB, "1"));
        notMet("KEY_NOT_ALLOWED", rule, Dealing.issue(CAROL, "1"));
    }

    @Test
    @DisplayName("Who gives, or gets change only, need not be on the list")
    void change() {
        met(
                rule,
                Dealing.of(Operation.TRANSFER).gives(ALICE, "2").gets(BOB, "1").gets(ALICE, "1"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("A fingerprint that no key can have is refused")
    void form() {
        assertThatThrownBy(() -> new AllowedKeysRule(Collections.singletonList("abc")))
                .hasMessageContaining("64");
    }
}
