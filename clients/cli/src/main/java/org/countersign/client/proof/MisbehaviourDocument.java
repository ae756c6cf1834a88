package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.governance.MisbehaviourEvidence;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.governance.MisbehaviourRecord;

/**
 * A record of an authority's misbehaviour as a file that is handed on, and its verification without a node.
 *
 * <p>There is one way to write a record: its canonical form, which {@link #toJson} gives and which {@link #parse}
 * insists on.
 */
public final class MisbehaviourDocument {
    private static final int LARGEST = 256 * 1024;
    private static final Set<Integer> MEMBER = Set.of(Certificates.LEGAL_IDENTITY);

    private final MisbehaviourEvidence evidence;

    private MisbehaviourDocument(MisbehaviourEvidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Makes a document of what a node exported.
     *
     * @param evidence the export
     * @return the document
     */
    public static MisbehaviourDocument from(MisbehaviourEvidence evidence) {
        return new MisbehaviourDocument(evidence);
    }

    /**
     * Reads a document. Whether what it says holds is another question, for {@link #verify}.
     *
     * @param bytes the file
     * @return the document
     * @throws ProofRefusedException if the bytes are not the canonical form of a record
     */
    public static MisbehaviourDocument parse(byte[] bytes) throws ProofRefusedException {
        require(bytes.length <= LARGEST, "The document has %d bytes; a record has at most %d.", bytes.length, LARGEST);
        MisbehaviourDocument document = new MisbehaviourDocument(MisbehaviourCodec.read(JsonReader.read(bytes)));
        int difference = Arrays.mismatch(document.toJson().getBytes(StandardCharsets.UTF_8), bytes);
        require(difference < 0, "The document is not in canonical form: it deviates from it at byte %d.", difference);
        return document;
    }

    /** The canonical JSON text, which ends with a line end and is written as UTF-8. */
    public String toJson() {
        return MisbehaviourCodec.write(evidence).document();
    }

    /** What is recorded. */
    public MisbehaviourRecord record() {
        return evidence.getRecord();
    }

    /** Whether the record proves itself to anybody; otherwise it is its recorder's word. */
    public boolean provesItself() {
        return record().isEquivocation(this::holds);
    }

    /**
     * Verifies that the record is its recorder's, that the recorder is a member of the network, and that an
     * equivocation is one.
     *
     * @param root the network's root certificate
     * @throws ProofRefusedException naming the first thing that does not hold
     */
    public void verify(X509Certificate root) throws ProofRefusedException {
        MisbehaviourRecord record = record();
        String recorder = record.getRecorder().getName().toString();
        require(record.isSigned(), "The record is not signed by %s, or was altered afterwards.", recorder);
        List<X509Certificate> path = Certificates.path(evidence.getCertificates(), recorder);
        require(
                Certificates.key(path.get(0))
                        .equals(Certificates.key(
                                record.getRecorder().getOwningKey().getEncoded())),
                "The certificates are not of the key of %s.",
                recorder);
        require(
                subject(path.get(0)).equals(record.getRecorder().getName()),
                "The certificates are not of %s.",
                recorder);
        new Certificates(root).verify(path, MEMBER, record.getRecordedAt(), recorder);
        require(
                record.getKind() != MisbehaviourKind.EQUIVOCATION || provesItself(),
                "The answers do not contradict each other under the key of the seat.");
    }

    private static CordaX500Name subject(X509Certificate certificate) throws ProofRefusedException {
        try {
            return CordaX500Name.build(certificate.getSubjectX500Principal());
        } catch (IllegalArgumentException foreign) {
            throw new ProofRefusedException("The certificate of the recorder names no member of a network.", foreign);
        }
    }

    private boolean holds(TransactionSignature signature) {
        SecureHash id = record().getTransactionId();
        PublicKey key = signature.getBy();
        if (key instanceof CompositeKey || signature.getPartialMerkleTree() != null) {
            return false;
        }
        try {
            return Crypto.isValid(
                    key, signature.getBytes(), LedgerDecoder.signedBytes(id, signature.getSignatureMetadata()));
        } catch (Exception malformed) {
            // Providers throw checked exceptions that Corda's Kotlin signature does not declare.
            return false;
        }
    }
}
