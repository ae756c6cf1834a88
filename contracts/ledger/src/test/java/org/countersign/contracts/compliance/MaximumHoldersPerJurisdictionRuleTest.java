package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import java.util.Collections;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldersPerJurisdictionRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumHoldersPerJurisdictionRule(149, Arrays.asList("DE", "FR"));

    /** Alice, who is of another kind, sells to Bob with this claim while so many others hold who have that one. */
    private static Dealing selling(String claim, String value, int others, String theirClaim, String theirValue) {
        HolderClaims theirs = new HolderClaims("", Collections.singletonMap(theirClaim, theirValue));
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(ALICE, "residence", "US")
                        .knowing(BOB, claim, value))
                .holds(ALICE, "5")
                .others(others, "1", theirs)
                .facts();
    }

    @Test
    @DisplayName("The last one of the kind is admitted, one more is not")
    void boundary() {
        met(rule, selling("residence", "DE-BY", 148, "residence", "DE-BY"));
        notMet("TOO_MANY_HOLDERS", rule, selling("residence", "DE-BY", 149, "residence", "DE-BY"));
    }

    @Test
    @DisplayName("Another kind is not counted, and may come in any number")
    void otherKind() {
        notApplicable(rule, selling("residence", "US", 149, "residence", "DE-BY"));
        met(rule, selling("residence", "DE-BY", 10000, "residence", "US"));
    }

    @Test
    @DisplayName("Of whom nothing is attested counts")
    void unattested() {
        notMet("TOO_MANY_HOLDERS", rule, selling("none", "none", 149, "residence", "DE-BY"));
    }

    @Test
    @DisplayName("Each jurisdiction has a number of its own")
    void each() {
        met(rule, selling("residence", "FR", 149, "residence", "DE"));
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
                        .knowing(BOB, "residence", "DE-BY"));
    }
}
