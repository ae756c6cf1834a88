package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FlowBackRuleTest extends RuleTest {
    private final ComplianceRule rule = new FlowBackRule(Period.ofDays(40), Arrays.asList("US", "PR"));

    private static Dealing sale(String issued, String from) {
        Instant lot = Instant.parse(issued);
        return Dealing.of(Operation.TRANSFER)
                .between(from, Instant.parse(from).plusSeconds(60).toString())
                .gives(ALICE, "100", lot, lot)
                .gets(BOB, "100", lot, Instant.parse(from));
    }

    @Test
    @DisplayName("Who resides there gains units from the moment at which the period has passed")
    void boundary() {
        met(rule, sale("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z").knowing(BOB, "residence", "CH"));
        notMet(
                "FLOW_BACK",
                rule,
                sale("2026-03-01T12:00:00Z", "2026-04-10T11:59:59Z").knowing(BOB, "residence", "US-NY"));
        notApplicable(rule, sale("2026-03-01T12:00:00Z", "2026-04-10T12:00:00Z").knowing(BOB, "residence", "US-NY"));
    }

    @Test
    @DisplayName("Of whom no residence is attested may reside there")
    void unattested() {
        notMet(
                "FLOW_BACK",
                rule,
                sale("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z").knowing(BOB));
    }

    @Test
    @DisplayName("Old units flow while young ones stay")
    void mixture() {
        Instant young = Dealing.FROM.minusSeconds(9);
        Dealing split =
                Dealing.of(Operation.TRANSFER).gives(ALICE, "100", young, young).gives(ALICE, "50");
        notApplicable(
                rule, split.gets(ALICE, "100", young, young).gets(BOB, "50").knowing(BOB, "residence", "US"));
    }

    @Test
    @DisplayName("Who resides there and has young units can keep them in another's deal")
    void kept() {
        Instant young = Dealing.FROM.minusSeconds(9);
        notApplicable(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(BOB, "5", young, young)
                        .gets(BOB, "5", young, young)
                        .knowing(BOB, "residence", "US"));
    }

    @Test
    @DisplayName("Issues and redemptions are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "1"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without claims it is undecided while units are young")
    void unknown() {
        undecided(rule, sale("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z"));
        notApplicable(rule, sale("2026-03-01T12:00:00Z", "2026-05-01T12:00:00Z"));
    }
}
