package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumShareHeldInRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumShareHeldInRule(units("0.49"), Collections.singletonList("DE"));

    /** Alice, who is not counted, sells to Bob out of all 100 units. */
    private static Dealing selling(String quantity, String value) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity)
                        .knowing(ALICE, "residence", "CH")
                        .knowing(BOB, "residence", value))
                .holds(ALICE, "100")
                .facts();
    }

    @Test
    @DisplayName("They may hold the part itself, and not a unit more")
    void boundary() {
        met(rule, selling("49", "DE-BY"));
        notMet("SHARE_TOO_LARGE", rule, selling("50", "DE-BY"));
    }

    @Test
    @DisplayName("Others may hold more")
    void others() {
        notApplicable(rule, selling("99", "CH"));
    }

    @Test
    @DisplayName("Of whom nothing is attested counts")
    void unattested() {
        notMet(
                "SHARE_TOO_LARGE",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "50").knowing(ALICE, "residence", "CH"))
                        .holds(ALICE, "100")
                        .facts());
    }

    @Test
    @DisplayName("Those who hold too much already can deal among themselves")
    void among() {
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "50")
                                .knowing(ALICE, "residence", "DE-BY")
                                .knowing(BOB, "residence", "DE-BY"))
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
