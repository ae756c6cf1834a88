package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VolumeSharePerPeriodRuleTest extends RuleTest {
    private final ComplianceRule rule = new VolumeSharePerPeriodRule(units("0.01"), Period.ofDays(30));

    /** Alice has 10000 units, all there are, and sold 60 before. */
    private static Dealing selling(String quantity, String from) {
        Dealing dealing = Dealing.transfer(ALICE, BOB, quantity).between(from, "2099-01-01T00:00:00Z");
        return Book.behind(dealing)
                .holds(ALICE, "10000")
                .disposed(ALICE, "60", "2026-01-01T12:00:00Z")
                .facts();
    }

    @Test
    @DisplayName("The most itself is allowed, a hundredth more is not")
    void boundary() {
        met(rule, selling("40", "2026-01-31T12:00:00Z"));
        notMet("VOLUME_EXCEEDED", rule, selling("40.01", "2026-01-31T12:00:00Z"));
    }

    @Test
    @DisplayName("What was sold before the time does not count, what was sold as it began does")
    void beginning() {
        met(rule, selling("100", "2026-01-31T12:00:01Z"));
        notMet("VOLUME_EXCEEDED", rule, selling("100", "2026-01-31T12:00:00Z"));
    }

    @Test
    @DisplayName("All accounts of a person count together")
    void twoAccounts() {
        Dealing dealing = Dealing.transfer(BOB, ALICE, "41")
                .knowing(BOB, "person", "client-7")
                .knowing(CAROL, "person", "client-7")
                .between("2026-01-31T12:00:00Z", "2099-01-01T00:00:00Z");
        notMet(
                "VOLUME_EXCEEDED",
                rule,
                Book.behind(dealing)
                        .holds(ALICE, "9940")
                        .holds(BOB, "60")
                        .disposed(CAROL, "60", "2026-01-01T12:00:00Z")
                        .facts());
    }

    @Test
    @DisplayName("A transfer between the accounts of one person is none")
    void ownAccounts() {
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(CAROL, BOB, "500")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(CAROL, "1000")
                        .facts());
    }

    @Test
    @DisplayName("Issues and redemptions are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "5000"));
        notApplicable(rule, Dealing.redemption(ALICE, "5000"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
