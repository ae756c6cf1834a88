package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperationRuleTest extends RuleTest {
    private final ComplianceRule rule = new OperationRule(Arrays.asList("ISSUE", "REDEEM"));

    @Test
    @DisplayName("An operation of the list meets it")
    void listed() {
        met(rule, Dealing.issue(ALICE, "1"));
        met(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Another operation does not, rather than being none of its business")
    void notListed() {
        notMet("OTHER_OPERATION", rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
