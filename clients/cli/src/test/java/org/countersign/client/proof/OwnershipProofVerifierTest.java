package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.SignedTransaction;
import org.junit.jupiter.api.Test;

class OwnershipProofVerifierTest extends Scene {
    @Test
    void aProofOfASaleSaysWhoOwnedWhatWhenAttestedAndNotarisedByWhom() throws Exception {
        SignedTransaction sale = sale();
        byte[] file = OwnershipProofDocument.from(world.prove(sale, 1)).toJson().getBytes(StandardCharsets.UTF_8);

        VerifiedOwnership verified =
                OwnershipProofVerifier.verify(OwnershipProofDocument.parse(file), Optional.of(world.trustRoot()));

        assertThat(verified.describe())
                .isEqualTo("O=Buyer Bank, L=London, C=GB\n"
                        + "  owned   25.00 of ACME (US0378331005), ACME plc ordinary shares\n"
                        + "  issuer  O=Issuer Bank, L=London, C=GB\n"
                        + "  by      TRANSFER, output 1 of transaction " + sale.getId() + "\n"
                        + "  final   between 2025-03-03T10:00:00Z and 2025-03-03T10:02:00Z\n"
                        + "  IDENTITY attested by committee identity, epoch 1: O=Authority One, L=London, C=GB;"
                        + " O=Authority Two, L=London, C=GB (threshold 2)\n"
                        + "  OWNERSHIP attested by committee registrars, epoch 1: O=Authority One, L=London, C=GB;"
                        + " O=Authority Two, L=London, C=GB (threshold 2)\n"
                        + "  notarised by O=Notary Cluster, L=London, C=GB\n"
                        + "  definition " + definition.getLinearId().getExternalId() + ", version 1\n"
                        + "  trusted root: SHA-256 "
                        + SecureHash.sha256(world.trustRoot().getEncoded()));
    }
}
