package org.countersign.workflows.validation.journal;

import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** What came of following a journal's chain. */
@CordaSerializable
public final class JournalVerification {
    private final long entries;
    private final SecureHash head;
    private final long brokenAt;
    private final String problem;

    /**
     * Creates a result; use {@link #holds} or {@link #broken}.
     *
     * @param entries how many entries hold, from the first on
     * @param head the digest of the last entry, or null if the chain does not hold
     * @param brokenAt the number of the first entry that does not hold, 0 if all do
     * @param problem what is wrong with it, or null
     */
    public JournalVerification(long entries, SecureHash head, long brokenAt, String problem) {
        this.entries = entries;
        this.head = head;
        this.brokenAt = brokenAt;
        this.problem = problem;
    }

    /** A chain that holds. */
    static JournalVerification holds(long entries, SecureHash head) {
        return new JournalVerification(entries, head, 0, null);
    }

    /** A chain that does not hold from an entry on. */
    static JournalVerification broken(long entries, long brokenAt, String problem) {
        return new JournalVerification(entries, null, brokenAt, problem);
    }

    /** How many entries hold, from the first on. */
    public long getEntries() {
        return entries;
    }

    /** The digest of the last entry, or null if the chain does not hold. */
    public SecureHash getHead() {
        return head;
    }

    /** The number of the first entry that does not hold, 0 if all do. */
    public long getBrokenAt() {
        return brokenAt;
    }

    /** What is wrong with it, or null. */
    public String getProblem() {
        return problem;
    }
}
