package org.countersign.workflows.validation;

import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;

/**
 * An authority's answer: a signature over the transaction's id, or a reasoned refusal; never both, never neither. With
 * it come the report that the answer follows from, without its figures, and the seal that binds the authority to it.
 */
@CordaSerializable
public final class AttestationAnswer {
    private final TransactionSignature signature;
    private final Refusal refusal;
    private final ValidationReport report;
    private final ReportSeal seal;

    /**
     * Creates an answer; use {@link #signed} or {@link #refused}.
     *
     * @param signature the attestation, or null
     * @param refusal the refusal, or null
     * @param report what was found, without figures; null if the request was not fit to be judged
     * @param seal over the report and the answer; null if the request was not fit to be judged
     */
    @ConstructorForDeserialization
    public AttestationAnswer(
            TransactionSignature signature, Refusal refusal, ValidationReport report, ReportSeal seal) {
        if ((signature == null) == (refusal == null)) {
            throw new IllegalArgumentException("An answer is either a signature or a refusal.");
        }
        if ((report == null) != (seal == null)) {
            throw new IllegalArgumentException("A report comes with its seal, and a seal with its report.");
        }
        this.signature = signature;
        this.refusal = refusal;
        this.report = report;
        this.seal = seal;
    }

    /**
     * The answer of an authority that attests.
     *
     * @param signature by its attestation key
     * @param report what was found, without figures
     * @param seal over the report and the answer
     * @return the answer
     */
    public static AttestationAnswer signed(TransactionSignature signature, ValidationReport report, ReportSeal seal) {
        return new AttestationAnswer(signature, null, report, seal);
    }

    /**
     * An attestation without a report, which nobody counts.
     *
     * @param signature by its attestation key
     * @return the answer
     */
    public static AttestationAnswer signed(TransactionSignature signature) {
        return new AttestationAnswer(signature, null, null, null);
    }

    /**
     * The answer of an authority that judged and does not attest.
     *
     * @param refusal why
     * @param report what was found, without figures
     * @param seal over the report and the answer
     * @return the answer
     */
    public static AttestationAnswer refused(Refusal refusal, ValidationReport report, ReportSeal seal) {
        return new AttestationAnswer(null, refusal, report, seal);
    }

    /**
     * The answer of an authority that was not asked in a way that it could judge.
     *
     * @param refusal why
     * @return the answer
     */
    public static AttestationAnswer refused(Refusal refusal) {
        return new AttestationAnswer(null, refusal, null, null);
    }

    /**
     * What counts in place of something that is no answer.
     *
     * @param member who sent it
     * @return a refusal that says so
     */
    public static AttestationAnswer unreadable(Party member) {
        return refused(new Refusal(
                member.getName(),
                Refusal.MISBEHAVED,
                member.getName().getOrganisation() + " answered with something that is no answer."));
    }

    /** The attestation, or null for a refusal. */
    public TransactionSignature getSignature() {
        return signature;
    }

    /** The refusal, or null for an attestation. */
    public Refusal getRefusal() {
        return refusal;
    }

    /** What was found, without figures, or null. */
    public ValidationReport getReport() {
        return report;
    }

    /** The authority's seal over the report and the answer, or null. */
    public ReportSeal getSeal() {
        return seal;
    }
}
