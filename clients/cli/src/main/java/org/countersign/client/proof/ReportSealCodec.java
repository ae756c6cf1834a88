package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** Turns the seal of an attesting member into a JSON value and back. Of a proof's seals all attest its transaction. */
final class ReportSealCodec {
    private ReportSealCodec() {}

    static Json write(ReportSeal seal) {
        return new Json.Structure()
                .with("aspect", seal.getAspect().name())
                .with("key", base64(seal.getBy().getEncoded()))
                .with("report", seal.getReportDigest().toString())
                .with("journal", seal.getJournalDigest().toString())
                .with("bytes", base64(seal.getSignature().getBytes()));
    }

    static ReportSeal read(Json value, List<TornTransaction> transactions) throws ProofRefusedException {
        require(!transactions.isEmpty(), "The document has reports and no transaction.");
        Fields fields = new Fields("A report", value);
        Aspect aspect = fields.constant("aspect", Aspect.class);
        PublicKey key = key(fields.bytes("key"));
        var report = fields.hash("report");
        var journal = fields.hash("journal");
        OpaqueBytes signature = fields.bytes("bytes");
        fields.end();
        return new ReportSeal(transactions.get(0).getId(), aspect, true, report, journal, key, signature);
    }

    private static PublicKey key(OpaqueBytes encoded) throws ProofRefusedException {
        try {
            return Crypto.decodePublicKey(encoded.getBytes());
        } catch (Exception unreadable) {
            // It throws checked exceptions that it does not declare.
            throw new ProofRefusedException("A report is sealed with something that is no key.", unreadable);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
