package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.workflows.ownership.proof.OwnershipProofBuilder;
import org.countersign.workflows.ownership.proof.OwnershipProofException;
import org.junit.jupiter.api.Test;

/** What the export refuses, with its remedy. */
class OwnershipProofBuilderTest extends Scene {
    @Test
    void aTransactionThatIsNotRecordedIsRefused() {
        assertThat(refusalOfExport(SecureHash.sha256("unknown"), 0))
                .contains("is not recorded on this node. Export the proof on the node of a holder or registrar");
    }

    @Test
    void aPositionBeyondTheOutputsIsRefused() {
        assertThat(refusalOfExport(sale().getId(), 3)).contains("has 3 outputs and so none at position 3");
        assertThat(refusalOfExport(sale().getId(), -1)).contains("none at position -1");
    }

    @Test
    void cashIsRefused() {
        assertThat(refusalOfExport(sale().getId(), 2)).contains("is a FungibleToken and no holding of a security");
    }

    @Test
    void aTransactionWithoutAttestationsIsRefused() {
        SignedTransaction bare = world.record(world.sale(definition).sign(world.notaryKeys()));

        assertThat(refusalOfExport(bare.getId(), 1)).contains("carries no attestation for this security");
    }

    @Test
    void aHolderWithoutANameIsRefused() {
        SecurityToken token =
                (SecurityToken) world.holding(definition, 5, world.buyer).getData();
        SecurityToken nameless =
                token.withNewHolder(new AnonymousParty(world.buyer.keys().getPublic()));
        SignedTransaction transaction = world.record(attestedSale()
                .output(world.state(nameless, SecurityTokenContract.ID))
                .sign(saleSigners()));

        assertThat(refusalOfExport(transaction.getId(), 3)).contains("is held by a key without a name");
    }

    @Test
    void aMemberWithoutACertificateIsRefused() {
        world.recertify(world.authorities.get(1), List.of());

        assertThat(refusalOfExport(sale().getId(), 1))
                .contains("knows no certificate of O=Authority Two, L=London, C=GB");
    }

    @Test
    void aNotaryWithACompositeKeyIsRefused() {
        Party cluster = new Party(
                Actor.name("Cluster"),
                new CompositeKey.Builder()
                        .addKeys(
                                Actor.freshKeys().getPublic(), Actor.freshKeys().getPublic())
                        .build(1));
        Draft sale = new Draft(cluster)
                .output(new TransactionState<>(
                        world.holding(definition, 5, world.buyer).getData(),
                        SecurityTokenContract.ID,
                        cluster,
                        null,
                        World.CODE))
                .command(
                        World.attest(
                                registrars,
                                registrarsRef,
                                definitionRef,
                                org.countersign.contracts.validation.Operation.TRANSFER),
                        List.of(registrars.attestationKey()));

        assertThat(refusalOfExport(world.record(sale.sign(saleSigners())).getId(), 0))
                .contains("signs with a composite key");
    }

    private String refusalOfExport(SecureHash id, int output) {
        Throwable refusal = catchThrowable(() -> new OwnershipProofBuilder(world).build(id, output));
        assertThat(refusal).isInstanceOf(OwnershipProofException.class);
        return refusal.getMessage();
    }
}
