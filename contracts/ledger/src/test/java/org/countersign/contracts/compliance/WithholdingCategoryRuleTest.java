package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Arrays;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithholdingCategoryRuleTest extends RuleTest {
    private final ComplianceRule rule = new WithholdingCategoryRule(Arrays.asList("treaty-15", "exempt"));

    @Test
    @DisplayName("It is met by who has what is asked for")
    void whoHas() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "withholding_category", "exempt"));
        met(rule, Dealing.issue(BOB, "1").knowing(BOB, "withholding_category", "exempt"));
    }

    @Test
    @DisplayName("It is not met by who has not")
    void whoHasNot() {
        notMet(
                "CATEGORY_UNKNOWN",
                rule,
                Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "withholding_category", "statutory-30"));
        notMet("CATEGORY_UNKNOWN", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
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
                "CATEGORY_UNKNOWN",
                rule,
                two.knowing(BOB, "withholding_category", "exempt")
                        .knowing(CAROL, "withholding_category", "statutory-30"));
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
