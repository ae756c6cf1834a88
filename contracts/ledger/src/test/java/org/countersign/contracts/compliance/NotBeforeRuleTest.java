package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotBeforeRuleTest extends RuleTest {
    @Test
    @DisplayName("The start of the day is allowed, the second before is not, even if the time-window ends on the day")
    void boundary() {
        ComplianceRule rule = new NotBeforeRule(LocalDate.of(2027, 1, 1), "UTC");
        met(rule, Dealing.issue(ALICE, "1").between("2027-01-01T00:00:00Z", "2027-01-01T00:01:00Z"));
        notMet("TOO_EARLY", rule, Dealing.issue(ALICE, "1").between("2026-12-31T23:59:59Z", "2027-01-01T00:01:00Z"));
    }

    @Test
    @DisplayName("The day begins when it begins in the zone")
    void zone() {
        ComplianceRule rule = new NotBeforeRule(LocalDate.of(2027, 1, 1), "Asia/Tokyo");
        met(rule, Dealing.issue(ALICE, "1").between("2026-12-31T15:00:00Z", "2026-12-31T15:01:00Z"));
        notMet("TOO_EARLY", rule, Dealing.issue(ALICE, "1").between("2026-12-31T14:59:59Z", "2026-12-31T15:01:00Z"));
    }
}
