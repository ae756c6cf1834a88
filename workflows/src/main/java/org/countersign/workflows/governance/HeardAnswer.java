package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.Refusal;

/**
 * An answer of an authority as it came in, reduced to what can be held against it: signature, refusal and seal. The
 * report is not part of it, since a record of misbehaviour is handed on; the seal has its digest.
 */
@CordaSerializable
public final class HeardAnswer {
    private static final int LONGEST = 1_024;

    private final TransactionSignature signature;
    private final String refusal;
    private final ReportSeal seal;
    private final String unreadable;
    private final Instant heardAt;

    /**
     * Creates an answer; use {@link #of}.
     *
     * @param signature what it signed, or null
     * @param refusal code and reason of its refusal, or null
     * @param seal over its report, or null
     * @param unreadable what came in place of an answer, or null
     * @param heardAt when it came
     */
    public HeardAnswer(
            TransactionSignature signature, String refusal, ReportSeal seal, String unreadable, Instant heardAt) {
        this.signature = signature;
        this.refusal = refusal;
        this.seal = seal;
        this.unreadable = unreadable;
        this.heardAt = Objects.requireNonNull(heardAt, "heardAt");
    }

    /** What came, whatever it is. */
    static HeardAnswer of(Object came, Party member, Instant heardAt) {
        if (!(came instanceof AttestationAnswer)) {
            return new HeardAnswer(null, null, null, came.getClass().getName(), heardAt);
        }
        AttestationAnswer answer = (AttestationAnswer) came;
        if (isOversized(answer)) {
            return new HeardAnswer(null, null, null, "a signature of more than " + LONGEST + " bytes", heardAt);
        }
        String refusal = null;
        if (answer.getRefusal() != null) {
            Refusal heard = Refusal.heard(
                    member.getName(),
                    answer.getRefusal().getCode(),
                    answer.getRefusal().getReason());
            refusal = heard.getCode() + ": " + heard.getReason();
        }
        return new HeardAnswer(answer.getSignature(), refusal, answer.getSeal(), null, heardAt);
    }

    // Nobody is to fill this node's database, or to be left out of it because it cannot take what was sent.
    private static boolean isOversized(AttestationAnswer answer) {
        return answer.getSignature() != null && answer.getSignature().getBytes().length > LONGEST
                || answer.getSeal() != null && answer.getSeal().getSignature().getSize() > LONGEST;
    }

    /** What it signed, or null. */
    public TransactionSignature getSignature() {
        return signature;
    }

    /** Code and reason of its refusal, or null. */
    public String getRefusal() {
        return refusal;
    }

    /** The seal over its report, or null. */
    public ReportSeal getSeal() {
        return seal;
    }

    /** What came in place of an answer, or null. */
    public String getUnreadable() {
        return unreadable;
    }

    /** When it came. */
    public Instant getHeardAt() {
        return heardAt;
    }

    /**
     * Whether the key of a seat attests with it, as anybody can check.
     *
     * @param seat the key of the seat
     * @param transactionId the transaction in question
     * @param aspect the aspect in question
     * @param holds says of a signature whether it is by the key it names and over that transaction
     * @return whether it has such a signature or such a seal
     */
    public boolean attests(
            PublicKey seat, SecureHash transactionId, Aspect aspect, Predicate<TransactionSignature> holds) {
        return signature != null && signature.getBy().equals(seat) && holds.test(signature)
                || isSealed(seat, transactionId, aspect) && seal.getAttested();
    }

    /**
     * Whether the key of a seat refuses with it, as anybody can check. The words of a refusal alone do not count: they
     * are not signed.
     *
     * @param seat the key of the seat
     * @param transactionId the transaction in question
     * @param aspect the aspect in question
     * @return whether it has such a seal
     */
    public boolean refuses(PublicKey seat, SecureHash transactionId, Aspect aspect) {
        return isSealed(seat, transactionId, aspect) && !seal.getAttested();
    }

    /** Whether it says that a check failed, and nothing binds whoever said so to it. */
    boolean refusesUnsealed() {
        return signature == null && seal == null && refusal != null && refusal.startsWith(Refusal.CHECK_FAILED + ": ");
    }

    private boolean isSealed(PublicKey seat, SecureHash transactionId, Aspect aspect) {
        return seal != null
                && seal.getBy().equals(seat)
                && seal.getTransactionId().equals(transactionId)
                && seal.getAspect() == aspect
                && seal.isValid();
    }

    void addTo(SelfCertifyingId parts) {
        parts.with(signature == null ? 0 : 1);
        if (signature != null) {
            parts.with(signature.getBy())
                    .with(SecureHash.sha256(signature.getBytes()))
                    .with(signature.getSignatureMetadata().getPlatformVersion())
                    .with(signature.getSignatureMetadata().getSchemeNumberID());
        }
        parts.with(refusal).with(seal == null ? 0 : 1);
        if (seal != null) {
            parts.with(seal.getBy())
                    .with(SecureHash.sha256(seal.getSignature().getBytes()))
                    .with(SecureHash.sha256(ReportSeal.statement(
                            seal.getTransactionId(),
                            seal.getAspect(),
                            seal.getAttested(),
                            seal.getReportDigest(),
                            seal.getJournalDigest())));
        }
        parts.with(unreadable).with(heardAt.toString());
    }
}
