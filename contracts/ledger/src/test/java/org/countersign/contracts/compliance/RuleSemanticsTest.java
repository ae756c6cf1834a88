package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;
import static org.countersign.contracts.compliance.Dealing.FROM;

import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of several rules alike, where others have got it wrong; docs/reference/rules.md tells it as a table. */
class RuleSemanticsTest extends RuleTest {
    private static final Instant YESTERDAY = FROM.minusSeconds(86_400);

    private final ComplianceRule barred = new ResidenceBarredRule(Collections.singletonList("US"));
    private final ComplianceRule lockUp = new LockUpFromAcquisitionRule(Period.ofMonths(6));

    private static Dealing forced(Operation operation) {
        return Dealing.of(operation).gives(ALICE, "5", YESTERDAY, YESTERDAY);
    }

    @Test
    @DisplayName("A forced transfer is over lock-ups, and its receiver must be eligible all the same")
    void forcedTransfer() {
        Dealing transfer = forced(Operation.FORCE_TRANSFER).gets(BOB, "5").knowing(BOB, "residence", "US");
        notApplicable(lockUp, transfer);
        notMet("RESIDENCE_BARRED", barred, transfer);
    }

    @Test
    @DisplayName("A forced redemption has no receiver, and asks nothing of who is redeemed")
    void forcedRedemption() {
        Dealing redemption = forced(Operation.FORCE_REDEEM).knowing(ALICE, "residence", "US");
        notApplicable(lockUp, redemption);
        notApplicable(barred, redemption);
    }

    @Test
    @DisplayName("Two keys that are not known to be one person's are two holders")
    void twoHolders() {
        notMet(
                "TOO_MANY_HOLDERS",
                new MaximumHoldersRule(10),
                Book.behind(Dealing.of(Operation.TRANSFER)
                                .gives(ALICE, "5")
                                .gets(BOB, "1")
                                .gets(ALICE, "4")
                                .knowing(BOB)
                                .knowing(CAROL))
                        .holds(ALICE, "5")
                        .holds(CAROL, "3")
                        .others(8, "1", HolderClaims.none())
                        .facts());
    }

    @Test
    @DisplayName("A lock-up counts by key: what moves between two accounts of one person is acquired anew")
    void ownAccountsAndLockUp() {
        notMet(
                "LOCKED",
                lockUp,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5", YESTERDAY, YESTERDAY)
                        .gets(BOB, "5")
                        .knowing(ALICE, "person", "client-7")
                        .knowing(BOB, "person", "client-7"));
    }

    @Test
    @DisplayName("Who gives and gets the same security in one transaction has dealt in the difference")
    void netted() {
        Dealing swap = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "5")
                .gives(BOB, "3")
                .gets(BOB, "5")
                .gets(ALICE, "3")
                .knowing(BOB, "residence", "DE")
                .knowing(ALICE, "residence", "US");
        met(new MaximumTransferRule(units("2")), swap);
        met(barred, swap);
    }

    @Test
    @DisplayName("A holding that is split into several of the same holder is not acquired")
    void split() {
        Dealing split = Dealing.of(Operation.TRANSFER)
                .gives(ALICE, "5", YESTERDAY, YESTERDAY)
                .gets(ALICE, "2", YESTERDAY, YESTERDAY)
                .gets(ALICE, "3", YESTERDAY, YESTERDAY)
                .knowing(ALICE, "residence", "US");
        notApplicable(barred, split);
        notApplicable(lockUp, split);
        notMet("ODD_LOT", new LotSizeRule(units("5")), split);
    }
}
