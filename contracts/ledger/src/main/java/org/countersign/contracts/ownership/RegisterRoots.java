package org.countersign.contracts.ownership;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * A security's register in two hashes. Two registers with the same roots have the same lines.
 *
 * <p>The holders' root is that of the {@link MerkleHashTree} over the lines that stand, the history root that over all
 * lines, both in the order of {@link RegisterLine#ORDER}. The order follows from the lines, not from when somebody
 * recorded them; the history root is therefore no root of a list that only grows, and has no consistency proofs.
 */
@CordaSerializable
public final class RegisterRoots {
    private final SecureHash holders;
    private final SecureHash history;
    private final long standing;
    private final long lines;

    /**
     * Creates roots; to take them from a register use {@link SecurityRegister#roots}.
     *
     * @param holders the root over the lines that stand
     * @param history the root over all lines
     * @param standing how many lines stand, 0 to lines
     * @param lines how many lines there are
     */
    public RegisterRoots(SecureHash holders, SecureHash history, long standing, long lines) {
        if (standing < 0 || standing > lines) {
            throw new IllegalArgumentException("Of " + lines + " lines " + standing + " do not stand.");
        }
        this.holders = MerkleHashTree.checked(holders);
        this.history = MerkleHashTree.checked(history);
        this.standing = standing;
        this.lines = lines;
    }

    /** The root over the lines that stand. */
    public SecureHash getHolders() {
        return holders;
    }

    /** The root over all lines. */
    public SecureHash getHistory() {
        return history;
    }

    /** How many lines stand. */
    public long getStanding() {
        return standing;
    }

    /** How many lines there are. */
    public long getLines() {
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RegisterRoots)) {
            return false;
        }
        RegisterRoots that = (RegisterRoots) other;
        return holders.equals(that.holders)
                && history.equals(that.history)
                && standing == that.standing
                && lines == that.lines;
    }

    @Override
    public int hashCode() {
        return Objects.hash(holders, history, standing, lines);
    }

    @Override
    public String toString() {
        return "holders " + holders + " over " + standing + " lines, history " + history + " over " + lines;
    }
}
