package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.security.PublicKey;
import java.util.Collections;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumShareOfHoldersRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumShareOfHoldersRule(units("0.5"), Collections.singletonList("US"));

    /** Alice in CH sells to Bob while so many hold of whom nothing is attested. */
    private static Dealing selling(String residence, int others) {
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(ALICE, "residence", "CH")
                        .knowing(BOB, "residence", residence))
                .holds(ALICE, "5")
                .others(others, "1", HolderClaims.none())
                .facts();
    }

    @Test
    @DisplayName("Half of the holders may reside there, more may not")
    void boundary() {
        met(rule, selling("US", 0));
        notMet("SHARE_TOO_LARGE", rule, selling("US", 1));
    }

    /** Alice in CH and Bob in US hold, beside two of whom nothing is attested; Alice sells so much to Bob or Carol. */
    private static Dealing beyond(String quantity, PublicKey taker) {
        return Book.behind(Dealing.transfer(ALICE, taker, quantity)
                        .knowing(ALICE, "residence", "CH")
                        .knowing(BOB, "residence", "US")
                        .knowing(CAROL, "residence", "CH"))
                .holds(ALICE, "5")
                .holds(BOB, "5")
                .others(2, "1", HolderClaims.none())
                .facts();
    }

    @Test
    @DisplayName("Beyond the part holders deal with each other, and others can come; nobody else than those leaves")
    void beyond() {
        notApplicable(rule, beyond("4", BOB));
        notApplicable(rule, beyond("4", CAROL));
        notApplicable(rule, selling("CH", 1));
        notMet("SHARE_TOO_LARGE", rule, beyond("5", BOB));
        notMet("SHARE_TOO_LARGE", rule, beyond("5", CAROL));
        undecided(
                rule,
                Book.behind(Dealing.transfer(ALICE, BOB, "4"))
                        .holds(ALICE, "5")
                        .holds(BOB, "5")
                        .facts());
    }

    @Test
    @DisplayName("Of whom no residence is attested counts")
    void unattested() {
        notMet("SHARE_TOO_LARGE", rule, selling("US-NY", 1));
    }

    @Test
    @DisplayName("The first holder of all cannot reside there")
    void first() {
        notMet(
                "SHARE_TOO_LARGE",
                rule,
                Book.behind(Dealing.issue(BOB, "1").knowing(BOB, "residence", "US"))
                        .facts());
    }

    @Test
    @DisplayName("Redemptions are not judged")
    void redemption() {
        notApplicable(rule, Dealing.redemption(ALICE, "1"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER).gives(ALICE, "5").gets(BOB, "1").gets(ALICE, "4"));
    }
}
