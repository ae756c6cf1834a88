package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Arrays;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AcquirerCategoryRuleTest extends RuleTest {
    private final ComplianceRule rule = new AcquirerCategoryRule(Arrays.asList("RETAIL", "ACCREDITED"));

    @Test
    @DisplayName("One of the categories is enough")
    void listed() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "investor_categories", "PROFESSIONAL ACCREDITED"));
    }

    @Test
    @DisplayName("Another category is not")
    void other() {
        notMet(
                "NOT_RECOGNISED",
                rule,
                Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "investor_categories", "PROFESSIONAL"));
    }

    @Test
    @DisplayName("One of several parties is enough, whatever is known of the others")
    void oneOfMany() {
        Dealing two = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "1")
                .gives(CAROL, "1")
                .gets(BOB, "2");
        Dealing many =
                Dealing.of(Operation.TRANSFER).gives(ALICE, "2").gets(BOB, "1").gets(CAROL, "1");
        met(rule, many.knowing(BOB, "investor_categories", "RETAIL"));
        undecided(rule, many.knowing(BOB, "investor_categories", "PROFESSIONAL"));
    }

    @Test
    @DisplayName("A redemption, which nobody acquires by, does not meet it")
    void nobody() {
        notMet("NOT_RECOGNISED", rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "investor_categories", "RETAIL"));
    }

    @Test
    @DisplayName("Without any category, or without claims, it is undecided, and so is its contrary")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
        assertThat(new CompliancePolicy(new Not(rule))
                        .judge(Dealing.transfer(ALICE, BOB, "1"))
                        .getDecision())
                .isEqualTo(Decision.UNDECIDED);
    }
}
