package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumShareHeldInRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumShareHeldInRule(units("0.51"), Collections.singletonList("US"));

    /** Alice in US sells to Bob out of all 100 units. */
    private static Dealing selling(String quantity, String residence) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity)
                        .knowing(ALICE, "residence", "US")
                        .knowing(BOB, "residence", residence))
                .holds(ALICE, "100")
                .facts();
    }

    @Test
    @DisplayName("Others may buy up to the part, and not a unit more")
    void boundary() {
        met(rule, selling("49", "CH"));
        notMet("SHARE_TOO_SMALL", rule, selling("50", "CH"));
    }

    @Test
    @DisplayName("Residents may buy everything")
    void residents() {
        notApplicable(rule, selling("100", "US-NY"));
    }

    @Test
    @DisplayName("Of whom nothing is attested is another")
    void unattested() {
        notMet("SHARE_TOO_SMALL", rule, selling("50", "none"));
    }

    @Test
    @DisplayName("An issue to others lowers the part")
    void issue() {
        notMet(
                "SHARE_TOO_SMALL",
                rule,
                Book.behind(Dealing.issue(BOB, "100").knowing(ALICE, "residence", "US"))
                        .holds(ALICE, "100")
                        .facts());
    }

    @Test
    @DisplayName("Redemptions are not judged")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
