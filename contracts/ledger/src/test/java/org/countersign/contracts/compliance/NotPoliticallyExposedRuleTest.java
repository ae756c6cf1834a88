package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotPoliticallyExposedRuleTest extends RuleTest {
    private final ComplianceRule rule = new NotPoliticallyExposedRule();

    @Test
    @DisplayName("It is met by who has what is asked for")
    void whoHas() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "politically_exposed", "false"));
        met(rule, Dealing.issue(BOB, "1").knowing(BOB, "politically_exposed", "false"));
    }

    @Test
    @DisplayName("It is not met by who has not")
    void whoHasNot() {
        notMet(
                "POLITICALLY_EXPOSED",
                rule,
                Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "politically_exposed", "true"));
        notMet("POLITICALLY_EXPOSED", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
    }

    @Test
    @DisplayName("Each of several acquirers is judged")
    void several() {
        Dealing two = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "3")
                .gets(BOB, "1")
                .gets(CAROL, "1")
                .gets(ALICE, "1");
        notMet(
                "POLITICALLY_EXPOSED",
                rule,
                two.knowing(BOB, "politically_exposed", "false").knowing(CAROL, "politically_exposed", "true"));
    }

    @Test
    @DisplayName("Redemptions and transfers to oneself are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.redemption(ALICE, "1").knowing(ALICE));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
