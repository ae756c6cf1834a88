package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SanctionsClearRuleTest extends RuleTest {
    private final ComplianceRule rule = new SanctionsClearRule();

    @Test
    @DisplayName("Both sides must be clear")
    void both() {
        met(
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "sanctions", "clear")
                        .knowing(BOB, "sanctions", "clear"));
        notMet(
                "NOT_CLEAR",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "sanctions", "clear")
                        .knowing(BOB, "sanctions", "hit"));
        notMet(
                "NOT_CLEAR",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "sanctions", "hit")
                        .knowing(BOB, "sanctions", "clear"));
    }

    @Test
    @DisplayName("Who was not screened is not clear")
    void notScreened() {
        notMet("NOT_CLEAR", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "sanctions", "clear"));
    }

    @Test
    @DisplayName("Who is listed can neither subscribe nor redeem")
    void issueAndRedemption() {
        notMet("NOT_CLEAR", rule, Dealing.issue(BOB, "1").knowing(BOB, "sanctions", "hit"));
        notMet("NOT_CLEAR", rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "sanctions", "hit"));
    }

    @Test
    @DisplayName("A transfer to oneself is not judged")
    void toOneself() {
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "1").knowing(ALICE, "sanctions", "hit"));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
