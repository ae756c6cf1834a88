package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlackoutRuleTest extends RuleTest {
    private final ComplianceRule rule =
            new BlackoutRule(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31), "Europe/Berlin");

    private static Dealing during(String from, String until) {
        return Dealing.transfer(ALICE, BOB, "1").between(from, until);
    }

    @Test
    @DisplayName("A time-window may end as the blackout begins, which is midnight in winter time")
    void beginning() {
        met(rule, during("2027-02-28T22:58:00Z", "2027-02-28T23:00:00Z"));
        notMet("BLACKOUT", rule, during("2027-02-28T22:58:00Z", "2027-02-28T23:00:01Z"));
    }

    @Test
    @DisplayName("A time-window may begin as the blackout ends, which is midnight in summer time")
    void end() {
        met(rule, during("2027-03-31T22:00:00Z", "2027-03-31T22:02:00Z"));
        notMet("BLACKOUT", rule, during("2027-03-31T21:59:59Z", "2027-03-31T22:02:00Z"));
    }

    @Test
    @DisplayName("A time-window around the whole blackout touches it, and redemptions are judged too")
    void around() {
        notMet("BLACKOUT", rule, during("2027-02-01T00:00:00Z", "2027-05-01T00:00:00Z"));
        notMet(
                "BLACKOUT",
                rule,
                Dealing.redemption(ALICE, "1").between("2027-03-10T12:00:00Z", "2027-03-10T12:01:00Z"));
    }

    @Test
    @DisplayName("One day is a blackout, less is none")
    void shortest() {
        notMet(
                "BLACKOUT",
                new BlackoutRule(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 1), "UTC"),
                during("2027-03-01T12:00:00Z", "2027-03-01T12:01:00Z"));
        assertThatThrownBy(() -> new BlackoutRule(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 1), "UTC"))
                .hasMessageContaining("before the first day");
    }
}
