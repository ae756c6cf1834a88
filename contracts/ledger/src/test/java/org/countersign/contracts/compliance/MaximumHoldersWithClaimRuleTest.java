package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldersWithClaimRuleTest extends RuleTest {
    private final ComplianceRule rule =
            new MaximumHoldersWithClaimRule(10, "affiliate", Collections.singletonList("yes"));

    /** Alice, who is of another kind, sells to Bob with this claim while so many others hold who have that one. */
    private static Dealing selling(String claim, String value, int others, String theirClaim, String theirValue) {
        HolderClaims theirs = new HolderClaims("", Collections.singletonMap(theirClaim, theirValue));
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(ALICE, "affiliate", "no")
                        .knowing(BOB, claim, value))
                .holds(ALICE, "5")
                .others(others, "1", theirs)
                .facts();
    }

    @Test
    @DisplayName("The last one of the kind is admitted, one more is not")
    void boundary() {
        met(rule, selling("affiliate", "yes", 9, "affiliate", "yes"));
        notMet("TOO_MANY_HOLDERS", rule, selling("affiliate", "yes", 10, "affiliate", "yes"));
    }

    @Test
    @DisplayName("Another kind is not counted, and may come in any number")
    void otherKind() {
        notApplicable(rule, selling("affiliate", "no", 10, "affiliate", "yes"));
        met(rule, selling("affiliate", "yes", 10000, "affiliate", "no"));
    }

    @Test
    @DisplayName("Of whom nothing is attested counts")
    void unattested() {
        notMet("TOO_MANY_HOLDERS", rule, selling("none", "none", 10, "affiliate", "yes"));
    }

    @Test
    @DisplayName("Redemptions are not judged")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(BOB, "affiliate", "yes"));
    }
}
