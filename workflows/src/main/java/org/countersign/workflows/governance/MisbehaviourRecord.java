package org.countersign.workflows.governance;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Aspect;

/**
 * That a member of a committee misbehaved, signed by the member that noticed, so that those who reform the committee
 * can act on it.
 *
 * <p>Equivocation proves itself: the answers contradict each other under the accused's own key, whoever recorded them.
 * Every other kind rests on the recorder's word, to which the recorder is bound by its signature.
 */
@CordaSerializable
public final class MisbehaviourRecord {
    private final Party accused;
    private final PublicKey seatKey;
    private final MisbehaviourKind kind;
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final List<HeardAnswer> answers;
    private final Instant recordedAt;
    private final Party recorder;
    private final OpaqueBytes signature;

    /**
     * Creates a record as it was signed.
     *
     * @param accused who misbehaved
     * @param seatKey the key of its seat, as the transaction's committee has it
     * @param kind what it did
     * @param transactionId what it was asked about
     * @param aspect the side of it
     * @param answers what it answered, one answer or two that contradict each other
     * @param recordedAt when this was recorded
     * @param recorder who noticed
     * @param signature the recorder's, with its legal identity, over {@link #statement}
     */
    public MisbehaviourRecord(
            Party accused,
            PublicKey seatKey,
            MisbehaviourKind kind,
            SecureHash transactionId,
            Aspect aspect,
            List<HeardAnswer> answers,
            Instant recordedAt,
            Party recorder,
            OpaqueBytes signature) {
        this.accused = Objects.requireNonNull(accused, "accused");
        this.seatKey = Objects.requireNonNull(seatKey, "seatKey");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.answers = Collections.unmodifiableList(new ArrayList<>(answers));
        this.recordedAt = Objects.requireNonNull(recordedAt, "recordedAt");
        this.recorder = Objects.requireNonNull(recorder, "recorder");
        this.signature = Objects.requireNonNull(signature, "signature");
    }

    /** The same record with its recorder's signature. */
    MisbehaviourRecord signed(OpaqueBytes by) {
        return new MisbehaviourRecord(accused, seatKey, kind, transactionId, aspect, answers, recordedAt, recorder, by);
    }

    /** The digest of everything that is recorded, which is also the record's identifier. */
    public SecureHash digest() {
        SelfCertifyingId parts = new SelfCertifyingId("org.countersign.misbehaviour")
                .with(accused)
                .with(seatKey)
                .with(kind.name())
                .with(transactionId)
                .with(aspect.name())
                .with(answers.size());
        answers.forEach(answer -> answer.addTo(parts));
        return parts.with(recordedAt.toString()).with(recorder).digest();
    }

    /** The bytes that the recorder signs: the digest, which is made under a name of its own. */
    public byte[] statement() {
        return digest().getBytes();
    }

    /** Whether the signature is the recorder's and over this record. */
    public boolean isSigned() {
        try {
            return Crypto.isValid(recorder.getOwningKey(), signature.getBytes(), statement());
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /**
     * Whether the answers prove by themselves that the key of the seat attested and refused the same transaction.
     *
     * @param holds says of a signature whether it is by the key it names and over this record's transaction
     * @return false for every kind that rests on the recorder's word
     */
    public boolean isEquivocation(Predicate<TransactionSignature> holds) {
        return answers.stream().anyMatch(answer -> answer.attests(seatKey, transactionId, aspect, holds))
                && answers.stream().anyMatch(answer -> answer.refuses(seatKey, transactionId, aspect));
    }

    /** Who misbehaved. */
    public Party getAccused() {
        return accused;
    }

    /** The key of its seat. */
    public PublicKey getSeatKey() {
        return seatKey;
    }

    /** What it did. */
    public MisbehaviourKind getKind() {
        return kind;
    }

    /** What it was asked about. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** The side of it. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What it answered. */
    public List<HeardAnswer> getAnswers() {
        return answers;
    }

    /** When this was recorded. */
    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** Who noticed. */
    public Party getRecorder() {
        return recorder;
    }

    /** The recorder's signature. */
    public OpaqueBytes getSignature() {
        return signature;
    }
}
