package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumShareHeldWithClaimRuleTest extends RuleTest {
    private final ComplianceRule rule =
            new MaximumShareHeldWithClaimRule(units("0.1"), "affiliate", Collections.singletonList("yes"));

    private static Dealing selling(String quantity, String affiliate) {
        return Book.behind(Dealing.transfer(ALICE, BOB, quantity)
                        .knowing(ALICE, "affiliate", "no")
                        .knowing(BOB, "affiliate", affiliate))
                .holds(ALICE, "100")
                .facts();
    }

    @Test
    @DisplayName("They may hold the part itself, and not a unit more")
    void boundary() {
        met(rule, selling("10", "yes"));
        notMet("SHARE_TOO_LARGE", rule, selling("11", "yes"));
    }

    @Test
    @DisplayName("Others may hold more")
    void others() {
        notApplicable(rule, selling("99", "no"));
    }

    @Test
    @DisplayName("Of whom it is not attested counts")
    void unattested() {
        notMet(
                "SHARE_TOO_LARGE",
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "50").knowing(ALICE, "affiliate", "no"))
                        .holds(ALICE, "100")
                        .facts());
    }

    @Test
    @DisplayName("Redemptions are not judged")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register, or without claims, it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
        undecided(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "1"))
                        .holds(ALICE, "100")
                        .facts());
    }
}
