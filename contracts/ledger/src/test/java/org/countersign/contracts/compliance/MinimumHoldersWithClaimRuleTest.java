package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Collections;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinimumHoldersWithClaimRuleTest extends RuleTest {
    private final ComplianceRule rule =
            new MinimumHoldersWithClaimRule(3, "investor_categories", Collections.singletonList("ACCREDITED"));

    /** Alice, who is accredited, sells all to Bob, who may hold already, while two other accredited ones hold. */
    private static Dealing selling(String category, String held) {
        Dealing dealing = Dealing.transfer(ALICE, BOB, "5")
                .knowing(ALICE, "investor_categories", "ACCREDITED RETAIL")
                .knowing(BOB, "investor_categories", category);
        HolderClaims theirs = new HolderClaims("", Collections.singletonMap("investor_categories", "ACCREDITED"));
        int others = held.equals("0") ? 2 : 1;
        return Book.behind(dealing)
                .holds(ALICE, "5")
                .holds(BOB, held)
                .others(others, "1", theirs)
                .facts();
    }

    @Test
    @DisplayName("One of exactly so many can sell all to a new one of them, not to anybody else")
    void boundary() {
        met(rule, selling("ACCREDITED", "0"));
        notMet("TOO_FEW_HOLDERS", rule, selling("RETAIL", "0"));
        notMet("TOO_FEW_HOLDERS", rule, selling("ACCREDITED", "1"));
    }

    @Test
    @DisplayName("Who keeps something, and who is not counted, can sell to anybody")
    void notLeaving() {
        notApplicable(
                rule,
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4")
                                .knowing(ALICE, "investor_categories", "ACCREDITED"))
                        .holds(ALICE, "5")
                        .facts());
        notApplicable(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5").knowing(ALICE))
                        .holds(ALICE, "5")
                        .facts());
    }

    @Test
    @DisplayName("Issues and redemptions are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "1"));
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register, or without claims, it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER).gives(ALICE, "5").gets(BOB, "1").gets(ALICE, "4"));
        undecided(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "5")).holds(ALICE, "5").facts());
    }
}
