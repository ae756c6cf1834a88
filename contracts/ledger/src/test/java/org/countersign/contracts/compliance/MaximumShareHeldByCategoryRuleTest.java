package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumShareHeldByCategoryRuleTest extends RuleTest {
    private final ComplianceRule rule =
            new MaximumShareHeldByCategoryRule(units("0.49"), Collections.singletonList("RETAIL"));

    /** Alice, who is not counted, sells to Bob out of all 100 units. */
    private static Dealing selling(String quantity, String value) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity)
                        .knowing(ALICE, "investor_categories", "PROFESSIONAL")
                        .knowing(BOB, "investor_categories", value))
                .holds(ALICE, "100")
                .facts();
    }

    @Test
    @DisplayName("They may hold the part itself, and not a unit more")
    void boundary() {
        met(rule, selling("49", "RETAIL"));
        notMet("SHARE_TOO_LARGE", rule, selling("50", "RETAIL"));
    }

    @Test
    @DisplayName("Others may hold more")
    void others() {
        notApplicable(rule, selling("99", "PROFESSIONAL"));
    }

    @Test
    @DisplayName("Of whom nothing is attested counts")
    void unattested() {
        notMet(
                "SHARE_TOO_LARGE",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "50").knowing(ALICE, "investor_categories", "PROFESSIONAL"))
                        .holds(ALICE, "100")
                        .facts());
    }

    @Test
    @DisplayName("Those who hold too much already can deal among themselves")
    void among() {
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "50")
                                .knowing(ALICE, "investor_categories", "RETAIL")
                                .knowing(BOB, "investor_categories", "RETAIL"))
                        .holds(ALICE, "100")
                        .facts());
    }

    @Test
    @DisplayName("Redemptions are not judged, even if they raise the part")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
