package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.NOTARY;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.proof.ExportOwnershipProofFlow;
import org.countersign.workflows.ownership.proof.OwnershipProofException;
import org.countersign.workflows.ownership.proof.OwnershipStatement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The export of ownership proofs from nodes: by the holder, by others, and of what is no holding. */
@ExtendWith(AttackNetwork.class)
class OwnershipProofExportTest {
    private static SecureHash transfer;

    @BeforeAll
    static void aTransfer() {
        given("PROVEN", "100", DEALER_A);
        TransactionReceipt moved = network().transfer(DEALER_A, "PROVEN", "40", DEALER_B);
        network().recorded(moved, DEALER_B, REGULATOR);
        transfer = moved.getTransactionId();
    }

    private static OwnershipStatement exported(CordaX500Name member, Integer output) {
        return network()
                .run(
                        member,
                        output == null
                                ? new ExportOwnershipProofFlow(transfer)
                                : new ExportOwnershipProofFlow(transfer, output))
                .getStatement();
    }

    @Test
    @DisplayName("A holder exports the proof of its own holding without saying which output it is")
    void aHolderExportsItsOwn() {
        OwnershipStatement statement = exported(DEALER_B, null);
        assertThat(statement.getHolder()).isEqualTo(DEALER_B);
        assertThat(statement.getQuantity()).isEqualByComparingTo("40");
        assertThat(statement.getSecurity().getSymbol()).isEqualTo("PROVEN");
        assertThat(statement.getSecurity().getIssuer()).isEqualTo(ISSUER);
        assertThat(statement.getOperation()).isEqualTo(Operation.TRANSFER);
        assertThat(statement.getTransaction()).isEqualTo(transfer);
        assertThat(statement.getNotary()).isEqualTo(NOTARY);
        assertThat(statement.getAttestations()).hasSize(2);
        // The other output is the seller's change.
        OwnershipStatement change = exported(DEALER_A, null);
        assertThat(change.getHolder()).isEqualTo(DEALER_A);
        assertThat(change.getQuantity()).isEqualByComparingTo("60");
        assertThat(change.getOutput()).isNotEqualTo(statement.getOutput());
    }

    @Test
    @DisplayName("An observer exports the proof of an output that it names")
    void anObserverNamesTheOutput() {
        OwnershipStatement statement =
                exported(REGULATOR, exported(DEALER_B, null).getOutput());
        assertThat(statement.getHolder()).isEqualTo(DEALER_B);
        assertThatThrownBy(() -> exported(REGULATOR, null))
                .hasCauseInstanceOf(OwnershipProofException.class)
                .hasMessageContaining("No output of transaction " + transfer + " is a holding of this node.")
                .hasMessageContaining("--output");
    }

    @Test
    @DisplayName("There is no proof of an output that does not exist or is no holding")
    void anotherOutputIsRefused() {
        for (int output : new int[] {-1, 2, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> exported(DEALER_B, output))
                    .hasCauseInstanceOf(OwnershipProofException.class)
                    .hasMessageContaining("has 2 outputs and so none at position " + output);
        }
        SecureHash registration =
                AttackNetwork.definition(DEALER_B, "PROVEN").getRef().getTxhash();
        assertThatThrownBy(() -> network().run(DEALER_B, new ExportOwnershipProofFlow(registration, 0)))
                .hasCauseInstanceOf(OwnershipProofException.class)
                .hasMessageContaining("is a SecurityDefinitionState and no holding of a security");
    }

    @Test
    @DisplayName("A member that has no part in a transfer exports nothing of it")
    void aStrangerExportsNothing() {
        for (Integer output : new Integer[] {null, 0, 1}) {
            assertThatThrownBy(() -> exported(OUTSIDER, output))
                    .hasCauseInstanceOf(OwnershipProofException.class)
                    .hasMessageContaining("Transaction " + transfer + " is not recorded on this node.");
        }
    }
}
