package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeniedPersonsRuleTest extends RuleTest {
    private final ComplianceRule rule = new DeniedPersonsRule(Collections.singletonList("client-7"));

    @Test
    @DisplayName("A person of the list neither acquires nor disposes, under no key")
    void list() {
        Dealing deal = Dealing.transfer(ALICE, BOB, "1")
                .knowing(ALICE, "person", "client-1")
                .knowing(BOB, "person", "client-2");
        met(rule, deal);
        notMet("DENIED_PERSON", rule, deal.knowing(BOB, "person", "client-7"));
        notMet("DENIED_PERSON", rule, Dealing.redemption(CAROL, "1").knowing(CAROL, "person", "client-7"));
    }

    @Test
    @DisplayName("Who is not known as a person may be on it")
    void nobody() {
        notMet("DENIED_PERSON", rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE, "person", "client-1"));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
