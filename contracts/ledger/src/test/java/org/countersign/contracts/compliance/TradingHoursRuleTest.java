package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TradingHoursRuleTest extends RuleTest {
    private final ComplianceRule rule = new TradingHoursRule(LocalTime.of(9, 0), LocalTime.of(17, 30), "Europe/London");

    private static Dealing during(String from, String until) {
        return Dealing.transfer(ALICE, BOB, "1").between(from, until);
    }

    @Test
    @DisplayName("The whole day is allowed, a second before or after is not")
    void boundary() {
        met(rule, during("2026-01-05T09:00:00Z", "2026-01-05T17:30:00Z"));
        notMet("CLOSED", rule, during("2026-01-05T08:59:59Z", "2026-01-05T09:01:00Z"));
        notMet("CLOSED", rule, during("2026-01-05T17:29:00Z", "2026-01-05T17:30:01Z"));
    }

    @Test
    @DisplayName("In summer the hours are those of summer time")
    void summer() {
        met(rule, during("2026-07-06T08:00:00Z", "2026-07-06T08:01:00Z"));
        notMet("CLOSED", rule, during("2026-07-06T17:00:00Z", "2026-07-06T17:01:00Z"));
    }

    @Test
    @DisplayName("A time-window from one day's hours into the next day's is closed in between")
    void overnight() {
        notMet("CLOSED", rule, during("2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z"));
    }

    @Test
    @DisplayName("It closes after it opens")
    void order() {
        assertThatThrownBy(() -> new TradingHoursRule(LocalTime.of(9, 0), LocalTime.of(9, 0), "UTC"))
                .hasMessageContaining("not after the opening");
    }
}
