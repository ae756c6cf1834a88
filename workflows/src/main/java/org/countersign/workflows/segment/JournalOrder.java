package org.countersign.workflows.segment;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.Rules;

/** A regulator's request for what an authority has entered into its journal about the securities of a segment. */
@CordaSerializable
public final class JournalOrder {
    private static final int LONGEST_REFERENCE = 120;

    private final UniqueIdentifier segment;
    private final String reference;
    private final SecureHash documentHash;
    private final long after;
    private final Instant since;
    private final Instant until;

    /**
     * Creates a request.
     *
     * @param segment the segment's self-certifying identifier
     * @param reference of the order that the request rests on, 1 to 120 readable characters
     * @param documentHash the SHA-256 digest of the order's document
     * @param after entries with a higher number than this
     * @param since entries made at this time or later, or null
     * @param until entries made before this time, or null
     */
    public JournalOrder(
            UniqueIdentifier segment,
            String reference,
            SecureHash documentHash,
            long after,
            Instant since,
            Instant until) {
        this.segment = Objects.requireNonNull(segment, "segment");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.documentHash = Objects.requireNonNull(documentHash, "documentHash");
        this.after = after;
        this.since = since;
        this.until = until;
    }

    /** Whether reference and digest are what they should be. */
    boolean isComplete() {
        return isReference(reference) && isDigest(documentHash);
    }

    static boolean isReference(String text) {
        return Rules.isReadable(text, LONGEST_REFERENCE);
    }

    static boolean isDigest(SecureHash hash) {
        return hash instanceof SecureHash.SHA256
                && !hash.equals(SecureHash.zeroHash)
                && !hash.equals(SecureHash.allOnesHash);
    }

    /** The segment's self-certifying identifier. */
    public UniqueIdentifier getSegment() {
        return segment;
    }

    /** The reference of the order that the request rests on. */
    public String getReference() {
        return reference;
    }

    /** The digest of the order's document. */
    public SecureHash getDocumentHash() {
        return documentHash;
    }

    /** Entries with a higher number than this. */
    public long getAfter() {
        return after;
    }

    /** The earliest time, or null for any. */
    public Instant getSince() {
        return since;
    }

    /** The time before which, or null for any. */
    public Instant getUntil() {
        return until;
    }
}
