package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeniedKeysRuleTest extends RuleTest {
    private final ComplianceRule rule = new DeniedKeysRule(Collections.singletonList(KeyFingerprint.of(BOB)));

    @Test
    @DisplayName("A key of the list neither acquires nor disposes")
    void list() {
        notMet("DENIED_KEY", rule, Dealing.transfer(ALICE, BOB, "1"));
        notMet("DENIED_KEY", rule, Dealing.transfer(BOB, ALICE, "1"));
        notMet("DENIED_KEY", rule, Dealing.redemption(BOB, "1"));
        met(rule, Dealing.transfer(ALICE, CAROL, "1"));
    }

    @Test
    @DisplayName("Another's deal, in which it only gets back what it gave, is not its own")
    void backAgain() {
        met(rule, Dealing.transfer(ALICE, CAROL, "1").gives(BOB, "5").gets(BOB, "5"));
    }

    @Test
    @DisplayName("A fingerprint that no key can have is refused")
    void form() {
        assertThatThrownBy(() -> new DeniedKeysRule(Collections.singletonList("0g")))
                .hasMessageContaining("64");
    }
}
