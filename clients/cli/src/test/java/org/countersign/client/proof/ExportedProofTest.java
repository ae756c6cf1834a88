package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A proof that nodes of the demonstration network made, kept as it came. Whoever holds such a file must be able to have
 * it verified by every later version of this verifier.
 */
class ExportedProofTest {
    @Test
    void aProofFromNodesVerifies() throws Exception {
        VerifiedOwnership verified = OwnershipProofVerifier.verify(
                OwnershipProofDocument.parse(resource("demo-network-proof.json")), Optional.of(root()));

        assertThat(verified.describe())
                .startsWith("O=Dealer B, L=London, C=GB\n  owned   100 of ACME, ACME plc ordinary shares")
                .contains("final   between 2026-11-20T11:40:39.649Z and 2026-11-20T11:43:09.649Z")
                .contains("report of Authority Two: 1047EA0C069DDB44D30832A3500B9926F78526AE407CBA8080F195740357B697")
                .contains("notarised by O=Notary Cluster, L=London, C=GB");
    }

    private static X509Certificate root() throws Exception {
        try (InputStream stream = ExportedProofTest.class.getResourceAsStream("demo-network-root.pem")) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream stream = ExportedProofTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
