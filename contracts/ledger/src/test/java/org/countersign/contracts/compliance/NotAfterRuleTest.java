package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotAfterRuleTest extends RuleTest {
    @Test
    @DisplayName("A time-window may end with the day, and not a second later")
    void boundary() {
        ComplianceRule rule = new NotAfterRule(LocalDate.of(2027, 12, 31), "UTC");
        met(rule, Dealing.issue(ALICE, "1").between("2027-12-31T23:00:00Z", "2028-01-01T00:00:00Z"));
        notMet("TOO_LATE", rule, Dealing.issue(ALICE, "1").between("2027-12-31T23:00:00Z", "2028-01-01T00:00:01Z"));
    }

    @Test
    @DisplayName("The day ends when it ends in the zone")
    void zone() {
        ComplianceRule rule = new NotAfterRule(LocalDate.of(2027, 6, 30), "America/New_York");
        met(rule, Dealing.issue(ALICE, "1").between("2027-07-01T03:00:00Z", "2027-07-01T04:00:00Z"));
        notMet("TOO_LATE", rule, Dealing.issue(ALICE, "1").between("2027-07-01T03:00:00Z", "2027-07-01T04:00:01Z"));
    }
}
