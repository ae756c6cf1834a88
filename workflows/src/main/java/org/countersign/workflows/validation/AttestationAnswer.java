package org.countersign.workflows.validation;

import net.corda.core.crypto.TransactionSignature;
import net.corda.core.serialization.CordaSerializable;

/** An authority's answer: a signature over the transaction's id, or a reasoned refusal; never both, never neither. */
@CordaSerializable
public final class AttestationAnswer {
    private final TransactionSignature signature;
    private final Refusal refusal;

    /**
     * Creates an answer; use {@link #signed} or {@link #refused}.
     *
     * @param signature the attestation, or null
     * @param refusal the refusal, or null
     */
    public AttestationAnswer(TransactionSignature signature, Refusal refusal) {
        if ((signature == null) == (refusal == null)) {
            throw new IllegalArgumentException("An answer is either a signature or a refusal.");
        }
        this.signature = signature;
        this.refusal = refusal;
    }

    /**
     * The answer of an authority that attests.
     *
     * @param signature by its attestation key
     * @return the answer
     */
    public static AttestationAnswer signed(TransactionSignature signature) {
        return new AttestationAnswer(signature, null);
    }

    /**
     * The answer of an authority that does not attest.
     *
     * @param refusal why
     * @return the answer
     */
    public static AttestationAnswer refused(Refusal refusal) {
        return new AttestationAnswer(null, refusal);
    }

    /** The attestation, or null for a refusal. */
    public TransactionSignature getSignature() {
        return signature;
    }

    /** The refusal, or null for an attestation. */
    public Refusal getRefusal() {
        return refusal;
    }
}
