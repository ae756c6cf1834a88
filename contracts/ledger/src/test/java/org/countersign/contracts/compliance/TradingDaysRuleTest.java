package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TradingDaysRuleTest extends RuleTest {
    private final ComplianceRule rule = new TradingDaysRule(
            Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
            Collections.singletonList("2026-12-25"),
            "America/New_York");

    private static Dealing during(String from, String until) {
        return Dealing.transfer(ALICE, BOB, "1").between(from, until);
    }

    @Test
    @DisplayName("The last minute before the holiday is open, and its end does not belong to it")
    void eve() {
        met(rule, during("2026-12-25T04:59:00Z", "2026-12-25T05:00:00Z"));
        notMet("CLOSED_DAY", rule, during("2026-12-25T04:59:00Z", "2026-12-25T05:00:01Z"));
    }

    @Test
    @DisplayName("A holiday is closed although it is a Friday")
    void holiday() {
        notMet("CLOSED_DAY", rule, during("2026-12-25T15:00:00Z", "2026-12-25T15:01:00Z"));
    }

    @Test
    @DisplayName("Saturday is closed, and Monday begins at midnight of the zone")
    void weekend() {
        notMet("CLOSED_DAY", rule, during("2026-12-26T15:00:00Z", "2026-12-26T15:01:00Z"));
        notMet("CLOSED_DAY", rule, during("2026-12-28T04:59:59Z", "2026-12-28T05:01:00Z"));
        met(rule, during("2026-12-28T05:00:00Z", "2026-12-28T05:01:00Z"));
    }

    @Test
    @DisplayName("A time-window over a weekend touches closed days, and one over months is not looked through")
    void longWindow() {
        notMet("CLOSED_DAY", rule, during("2026-12-18T12:00:00Z", "2026-12-21T12:00:00Z"));
        notMet("WINDOW_TOO_LONG", rule, during("2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("Without holidays the weekdays alone decide")
    void noHolidays() {
        ComplianceRule plain =
                new TradingDaysRule(Collections.singletonList("FRIDAY"), Collections.emptyList(), "America/New_York");
        met(plain, during("2026-12-25T15:00:00Z", "2026-12-25T15:01:00Z"));
    }
}
