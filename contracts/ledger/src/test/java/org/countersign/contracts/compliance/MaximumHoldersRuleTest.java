package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldersRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumHoldersRule(2000);

    private static Dealing others(int number) {
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(BOB))
                .holds(ALICE, "5")
                .others(number, "1", HolderClaims.none())
                .facts();
    }

    @Test
    @DisplayName("The 2000th holder is admitted, the 2001st is not")
    void boundary() {
        met(rule, others(1998));
        notMet("TOO_MANY_HOLDERS", rule, others(1999));
    }

    @Test
    @DisplayName("Who sells all to a newcomer makes room")
    void replaced() {
        met(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5").knowing(BOB))
                        .holds(ALICE, "5")
                        .others(1999, "1", HolderClaims.none())
                        .facts());
    }

    @Test
    @DisplayName("Among too many, those who hold already can deal")
    void among() {
        notApplicable(
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4")
                                .knowing(BOB))
                        .holds(ALICE, "5")
                        .holds(BOB, "1")
                        .others(3000, "1", HolderClaims.none())
                        .facts());
    }

    @Test
    @DisplayName("Who holds through another account already is no further holder")
    void twoAccounts() {
        notApplicable(
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4")
                                .knowing(BOB, "person", "client-7")
                                .knowing(CAROL, "person", "client-7"))
                        .holds(ALICE, "5")
                        .holds(CAROL, "3")
                        .others(1998, "1", HolderClaims.none())
                        .facts());
    }

    @Test
    @DisplayName("Issues are judged, redemptions and transfers to oneself are not")
    void operations() {
        notMet(
                "TOO_MANY_HOLDERS",
                rule,
                Book.behind(Dealing.issue(BOB, "1").knowing(BOB))
                        .others(2000, "1", HolderClaims.none())
                        .facts());
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
        notApplicable(rule, Dealing.transfer(ALICE, ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register, or without claims, it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER).gives(ALICE, "5").gets(BOB, "1").gets(ALICE, "4"));
        undecided(
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4"))
                        .holds(ALICE, "5")
                        .facts());
    }
}
