package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisposerClaimValueRuleTest extends RuleTest {
    private final ComplianceRule rule = new DisposerClaimValueRule("affiliate", Collections.singletonList("no"));

    @Test
    @DisplayName("It is met by who has what is asked for, on transfer and redemption")
    void whoHas() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "affiliate", "no"));
        met(rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "affiliate", "no"));
    }

    @Test
    @DisplayName("It is not met by who has not")
    void whoHasNot() {
        notMet("OTHER_VALUE", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE));
        notMet("OTHER_VALUE", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "affiliate", "yes"));
    }

    @Test
    @DisplayName("Who acquires is not judged")
    void acquirer() {
        met(
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "affiliate", "no")
                        .knowing(BOB));
        notApplicable(rule, Dealing.issue(BOB, "1").knowing(BOB));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
