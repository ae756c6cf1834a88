package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AcquirerResidenceRuleTest extends RuleTest {
    private final ComplianceRule rule = new AcquirerResidenceRule(Arrays.asList("DE", "US-NY"));

    @Test
    @DisplayName("A place of the list meets it, and a part of it")
    void listed() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "residence", "DE-BY"));
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "residence", "US-NY"));
    }

    @Test
    @DisplayName("A place outside does not")
    void other() {
        notMet("NOT_RECOGNISED", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "residence", "US-CA"));
    }

    @Test
    @DisplayName("Of a country of which a part is meant it is undecided")
    void part() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "residence", "US"));
    }

    @Test
    @DisplayName("A redemption, which nobody acquires by, does not meet it")
    void nobody() {
        notMet("NOT_RECOGNISED", rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "residence", "DE"));
    }

    @Test
    @DisplayName("Without residence, or without claims, it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
