package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumShareHeldWithClaimRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumShareHeldWithClaimRule(
            units("0.75"), "investor_categories", Collections.singletonList("ACCREDITED"));

    private static Dealing selling(String quantity, String category) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity)
                        .knowing(ALICE, "investor_categories", "ACCREDITED")
                        .knowing(BOB, "investor_categories", category))
                .holds(ALICE, "100")
                .facts();
    }

    @Test
    @DisplayName("Others may buy up to the part, and not a unit more")
    void boundary() {
        met(rule, selling("25", "RETAIL"));
        notMet("SHARE_TOO_SMALL", rule, selling("26", "RETAIL"));
    }

    @Test
    @DisplayName("Those who are meant may buy everything")
    void meant() {
        notApplicable(rule, selling("100", "RETAIL ACCREDITED"));
    }

    @Test
    @DisplayName("Of whom it is not attested is another")
    void unattested() {
        notMet(
                "SHARE_TOO_SMALL",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "26").knowing(ALICE, "investor_categories", "ACCREDITED"))
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
