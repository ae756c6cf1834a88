package org.countersign.contracts.control;

import static org.countersign.contracts.Rules.isReadable;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * What a measure or a change of a security's status rests on: why, by whose order, under which reference, in which
 * document. The document itself never comes onto the ledger; whoever has it can show by its hash that it is the one.
 */
@CordaSerializable
public final class ControlOrder {
    private static final int LONGEST_TEXT = 120;

    private final ControlReason reason;
    private final String orderedBy;
    private final String reference;
    private final SecureHash documentHash;

    /**
     * Creates an order. The contracts check its texts and its hash.
     *
     * @param reason why, as a code
     * @param orderedBy who gave the order, for example {@code High Court of Justice, London}; 1 to 120 characters
     * @param reference under which it is filed there, for example {@code [2026] HC 4711}; 1 to 120 characters
     * @param documentHash the SHA-256 hash of the document
     */
    public ControlOrder(ControlReason reason, String orderedBy, String reference, SecureHash documentHash) {
        this.reason = Objects.requireNonNull(reason, "reason");
        this.orderedBy = Objects.requireNonNull(orderedBy, "orderedBy");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.documentHash = Objects.requireNonNull(documentHash, "documentHash");
    }

    /** Why, as a code. */
    public ControlReason getReason() {
        return reason;
    }

    /** Who gave the order. */
    public String getOrderedBy() {
        return orderedBy;
    }

    /** Under which reference it is filed there. */
    public String getReference() {
        return reference;
    }

    /** The SHA-256 hash of the document. */
    public SecureHash getDocumentHash() {
        return documentHash;
    }

    /**
     * Whether the order can be traced.
     *
     * @return whether it names who gave it and its reference in 1 to 120 readable characters each, and the SHA-256 hash
     *     of a document
     */
    public boolean isComplete() {
        return isReadable(orderedBy, LONGEST_TEXT)
                && isReadable(reference, LONGEST_TEXT)
                && documentHash instanceof SecureHash.SHA256
                && !documentHash.equals(SecureHash.zeroHash)
                && !documentHash.equals(SecureHash.allOnesHash);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ControlOrder)) {
            return false;
        }
        ControlOrder that = (ControlOrder) other;
        return reason == that.reason
                && orderedBy.equals(that.orderedBy)
                && reference.equals(that.reference)
                && documentHash.equals(that.documentHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, orderedBy, reference, documentHash);
    }

    @Override
    public String toString() {
        return reason + " by " + orderedBy + ", " + reference + ", document " + documentHash;
    }
}
