package org.countersign.workflows.control;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** A measure that a registrar's operator has affirmed, and what became of the affirmation. */
@CordaSerializable
public final class MeasureLine {
    private final SecureHash digest;
    private final String measure;
    private final Instant affirmedAt;
    private final SecureHash transactionId;
    private final Instant until;

    /**
     * Creates a line.
     *
     * @param digest of everything that is ordered
     * @param measure what is ordered, for people
     * @param affirmedAt when the operator agreed
     * @param transactionId what this registrar has voted for because of it, or null
     * @param until when the time-window of that transaction closes, or null
     */
    public MeasureLine(SecureHash digest, String measure, Instant affirmedAt, SecureHash transactionId, Instant until) {
        this.digest = Objects.requireNonNull(digest, "digest");
        this.measure = Objects.requireNonNull(measure, "measure");
        this.affirmedAt = Objects.requireNonNull(affirmedAt, "affirmedAt");
        this.transactionId = transactionId;
        this.until = until;
    }

    /** The digest of everything that is ordered. */
    public SecureHash getDigest() {
        return digest;
    }

    /** What is ordered, for people. */
    public String getMeasure() {
        return measure;
    }

    /** When the operator agreed. */
    public Instant getAffirmedAt() {
        return affirmedAt;
    }

    /** What this registrar has voted for because of it, or null. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** When the time-window of that transaction closes, or null. */
    public Instant getUntil() {
        return until;
    }
}
