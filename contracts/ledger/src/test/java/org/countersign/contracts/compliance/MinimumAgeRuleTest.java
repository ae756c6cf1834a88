package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumAgeRuleTest extends RuleTest {
    private final ComplianceRule rule = new MinimumAgeRule(18);

    @Test
    @DisplayName("It is met by who has what is asked for")
    void whoHas() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "birth_date", "2008-03-02"));
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "birth_date", "1950-01-01"));
        met(rule, Dealing.issue(BOB, "1").knowing(BOB, "birth_date", "2008-03-02"));
    }

    @Test
    @DisplayName("It is not met by who has not")
    void whoHasNot() {
        notMet("TOO_YOUNG", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "birth_date", "2008-03-03"));
        notMet("AGE_UNKNOWN", rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB));
    }

    @Test
    @DisplayName("It is reached at the beginning of the day in UTC")
    void boundary() {
        met(
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(BOB, "birth_date", "2008-03-02")
                        .between("2026-03-02T00:00:00Z", "2026-03-02T00:01:00Z"));
        notMet(
                "TOO_YOUNG",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(BOB, "birth_date", "2008-03-02")
                        .between("2026-03-01T23:59:59Z", "2026-03-02T00:01:00Z"));
    }

    @Test
    @DisplayName("Who is born on 29 February reaches it on 1 March")
    void leapDay() {
        met(
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(BOB, "birth_date", "2008-02-29")
                        .between("2026-03-01T00:00:00Z", "2026-03-01T00:01:00Z"));
        notMet(
                "TOO_YOUNG",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(BOB, "birth_date", "2008-02-29")
                        .between("2026-02-28T23:59:00Z", "2026-03-01T00:00:00Z"));
    }

    @Test
    @DisplayName("A legal person has no age")
    void legalPerson() {
        met(rule, Dealing.transfer(ALICE, BOB, "1").knowing(BOB, "lei", "5493001KJTIIGC8Y1R12"));
    }

    @Test
    @DisplayName("Each of several acquirers is judged")
    void several() {
        Dealing two = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "3")
                .gets(BOB, "1")
                .gets(CAROL, "1")
                .gets(ALICE, "1");
        notMet(
                "TOO_YOUNG",
                rule,
                two.knowing(BOB, "birth_date", "2008-03-02").knowing(CAROL, "birth_date", "2008-03-03"));
    }

    @Test
    @DisplayName("Redemptions and transfers to oneself are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.redemption(ALICE, "1").knowing(ALICE));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
