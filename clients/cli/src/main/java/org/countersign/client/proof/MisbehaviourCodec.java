package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.governance.HeardAnswer;
import org.countersign.workflows.governance.MisbehaviourEvidence;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.governance.MisbehaviourRecord;

/** How a record of misbehaviour stands in JSON. */
final class MisbehaviourCodec {
    private static final String FORMAT = "countersign-misbehaviour";
    private static final int MOST_ANSWERS = 2;

    private MisbehaviourCodec() {}

    static Json.Structure write(MisbehaviourEvidence evidence) {
        MisbehaviourRecord record = evidence.getRecord();
        Json.Sequence answers = new Json.Sequence();
        record.getAnswers().forEach(answer -> answers.with(write(answer)));
        Json.Sequence certificates = new Json.Sequence();
        evidence.getCertificates()
                .forEach(certificate -> certificates.with(new Json.Text(base64(certificate.getBytes()))));
        return new Json.Structure()
                .with("format", FORMAT)
                .with("version", 1)
                .with("accused", write(record.getAccused()))
                .with("seatKey", base64(record.getSeatKey().getEncoded()))
                .with("kind", record.getKind().name())
                .with("transaction", record.getTransactionId().toString())
                .with("aspect", record.getAspect().name())
                .with("answers", answers)
                .with("recordedAt", record.getRecordedAt().toString())
                .with("recorder", write(record.getRecorder()))
                .with("certificates", certificates)
                .with("signature", base64(record.getSignature().getBytes()));
    }

    private static Json write(Party party) {
        return new Json.Structure()
                .with("name", party.getName().toString())
                .with("key", base64(party.getOwningKey().getEncoded()));
    }

    private static Json write(HeardAnswer answer) {
        return new Json.Structure()
                .with("heardAt", answer.getHeardAt().toString())
                .with("signature", answer.getSignature() == null ? new Json.Nothing() : write(answer.getSignature()))
                .with("refusal", answer.getRefusal())
                .with("seal", answer.getSeal() == null ? new Json.Nothing() : write(answer.getSeal()))
                .with("unreadable", answer.getUnreadable());
    }

    private static Json write(TransactionSignature signature) {
        return new Json.Structure()
                .with("key", base64(signature.getBy().getEncoded()))
                .with("platformVersion", signature.getSignatureMetadata().getPlatformVersion())
                .with("scheme", signature.getSignatureMetadata().getSchemeNumberID())
                .with("bytes", base64(signature.getBytes()));
    }

    private static Json write(ReportSeal seal) {
        return new Json.Structure()
                .with("transaction", seal.getTransactionId().toString())
                .with("aspect", seal.getAspect().name())
                .with("answer", seal.getAttested() ? Tenor.ATTESTED.name() : Tenor.REFUSED.name())
                .with("reportDigest", seal.getReportDigest().toString())
                .with("journalDigest", seal.getJournalDigest().toString())
                .with("key", base64(seal.getBy().getEncoded()))
                .with("bytes", base64(seal.getSignature().getBytes()));
    }

    static MisbehaviourEvidence read(Json document) throws ProofRefusedException {
        Fields fields = new Fields("The document", document);
        require(fields.text("format").equals(FORMAT), "The document is no record of misbehaviour.");
        require(fields.number("version") == 1, "The document is of a version that this program does not know.");
        Party accused = party(fields.take("accused"));
        PublicKey seatKey = key(fields);
        MisbehaviourKind kind = fields.constant("kind", MisbehaviourKind.class);
        SecureHash transaction = fields.hash("transaction");
        Aspect aspect = fields.constant("aspect", Aspect.class);
        List<HeardAnswer> answers = new ArrayList<>();
        for (Json answer : fields.sequence("answers")) {
            answers.add(answer(answer));
        }
        require(
                !answers.isEmpty() && answers.size() <= MOST_ANSWERS,
                "The document has %d answers; a record has one or two.",
                answers.size());
        Instant recordedAt = instant(fields, "recordedAt");
        Party recorder = party(fields.take("recorder"));
        List<OpaqueBytes> certificates = new ArrayList<>();
        for (Json certificate : fields.sequence("certificates")) {
            certificates.add(fields.bytes("certificates", certificate));
        }
        OpaqueBytes signature = fields.bytes("signature");
        fields.end();
        return new MisbehaviourEvidence(
                new MisbehaviourRecord(
                        accused, seatKey, kind, transaction, aspect, answers, recordedAt, recorder, signature),
                certificates);
    }

    private static PublicKey key(Fields fields) throws ProofRefusedException {
        return key(fields, "seatKey");
    }

    private static PublicKey key(Fields fields, String name) throws ProofRefusedException {
        try {
            return Crypto.decodePublicKey(fields.bytes(name).getBytes());
        } catch (ProofRefusedException refused) {
            throw refused;
        } catch (Exception malformed) {
            // Key factories throw checked exceptions that Corda does not declare.
            throw new ProofRefusedException("\"" + name + "\" is no key.", malformed);
        }
    }

    private static Instant instant(Fields fields, String name) throws ProofRefusedException {
        try {
            return Instant.parse(fields.text(name));
        } catch (DateTimeException malformed) {
            throw new ProofRefusedException("\"" + name + "\" is no time.", malformed);
        }
    }

    private static Party party(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A party", value);
        Party party = new Party(fields.legalName("name"), key(fields, "key"));
        fields.end();
        return party;
    }

    private static HeardAnswer answer(Json value) throws ProofRefusedException {
        Fields fields = new Fields("An answer", value);
        Instant heardAt = instant(fields, "heardAt");
        Json signature = fields.take("signature");
        String refusal = fields.textOrNull("refusal");
        Json seal = fields.take("seal");
        String unreadable = fields.textOrNull("unreadable");
        fields.end();
        return new HeardAnswer(
                signature instanceof Json.Nothing ? null : signature(signature),
                refusal,
                seal instanceof Json.Nothing ? null : seal(seal),
                unreadable,
                heardAt);
    }

    private static TransactionSignature signature(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A signature", value);
        PublicKey key = key(fields, "key");
        SignatureMetadata metadata = new SignatureMetadata(fields.number("platformVersion"), fields.number("scheme"));
        OpaqueBytes bytes = fields.bytes("bytes");
        fields.end();
        return new TransactionSignature(bytes.getBytes(), key, metadata);
    }

    private static ReportSeal seal(Json value) throws ProofRefusedException {
        Fields fields = new Fields("A seal", value);
        SecureHash transaction = fields.hash("transaction");
        Aspect aspect = fields.constant("aspect", Aspect.class);
        boolean attested = fields.constant("answer", Tenor.class) == Tenor.ATTESTED;
        SecureHash report = fields.hash("reportDigest");
        SecureHash journal = fields.hash("journalDigest");
        PublicKey key = key(fields, "key");
        OpaqueBytes bytes = fields.bytes("bytes");
        fields.end();
        return new ReportSeal(transaction, aspect, attested, report, journal, key, bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private enum Tenor {
        ATTESTED,
        REFUSED
    }
}
