package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Arrays;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CitizenshipBarredRuleTest extends RuleTest {
    private final ComplianceRule rule = new CitizenshipBarredRule(Arrays.asList("CH", "US-NY"));

    private static Dealing of(String place) {
        return Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "citizenship", place);
    }

    @Test
    @DisplayName("A place outside the list is allowed")
    void allowed() {
        met(rule, of("DE"));
        met(rule, of("US-CA"));
        met(rule, Dealing.issue(BOB, "1").knowing(BOB, "citizenship", "DE"));
    }

    @Test
    @DisplayName("A part of a barred country is barred, and a country that may mean a barred part")
    void refused() {
        notMet("CITIZENSHIP_BARRED", rule, of("CH-ZH"));
        notMet("CITIZENSHIP_BARRED", rule, of("US"));
    }

    @Test
    @DisplayName("Who has none attested does not acquire")
    void missing() {
        notMet("CITIZENSHIP_UNKNOWN", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
    }

    @Test
    @DisplayName("One of two citizenships is enough to be barred")
    void twoCitizenships() {
        notMet("CITIZENSHIP_BARRED", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "citizenship", "FR CH"));
    }

    @Test
    @DisplayName("Each acquirer is judged; who sells, redeems or gets change is not")
    void whoIsJudged() {
        Dealing two = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "3")
                .gets(BOB, "1")
                .gets(CAROL, "1")
                .gets(ALICE, "1");
        met(rule, two.knowing(BOB, "citizenship", "DE").knowing(CAROL, "citizenship", "US-CA"));
        notMet("CITIZENSHIP_BARRED", rule, two.knowing(CAROL, "citizenship", "CH-ZH"));
        notApplicable(rule, Dealing.redemption(ALICE, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
