package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Arrays;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResidenceAllowedRuleTest extends RuleTest {
    private final ComplianceRule rule = new ResidenceAllowedRule(Arrays.asList("CH", "US-NY"));

    private static Dealing of(String place) {
        return Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "residence", place);
    }

    @Test
    @DisplayName("A place of the list is allowed, and a part of it")
    void allowed() {
        met(rule, of("CH-ZH"));
        met(rule, of("US-NY"));
        met(rule, Dealing.issue(BOB, "1").knowing(BOB, "residence", "CH-ZH"));
    }

    @Test
    @DisplayName("A place outside the list is not, nor a country of which only a part is in it")
    void refused() {
        notMet("RESIDENCE_NOT_ALLOWED", rule, of("US"));
        notMet("RESIDENCE_NOT_ALLOWED", rule, of("US-CA"));
    }

    @Test
    @DisplayName("Who has none attested does not acquire")
    void missing() {
        notMet("RESIDENCE_NOT_ALLOWED", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
    }

    @Test
    @DisplayName("Each acquirer is judged; who sells, redeems or gets change is not")
    void whoIsJudged() {
        Dealing two = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "3")
                .gets(BOB, "1")
                .gets(CAROL, "1")
                .gets(ALICE, "1");
        met(rule, two.knowing(BOB, "residence", "CH-ZH").knowing(CAROL, "residence", "US-NY"));
        notMet("RESIDENCE_NOT_ALLOWED", rule, two.knowing(CAROL, "residence", "US"));
        notApplicable(rule, Dealing.redemption(ALICE, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
