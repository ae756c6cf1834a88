package org.countersign.contracts.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * Evidence that one {@link MerkleHashTree} continues another: it has the same entries in the same order, and more after
 * them. It is what a list that may only grow, such as a journal, shows from one root to the next.
 */
@CordaSerializable
public final class ConsistencyProof {
    private final long olderSize;
    private final long newerSize;
    private final List<SecureHash> path;

    /**
     * Creates a proof; to take one from a tree use {@link MerkleHashTree#consistencyProof}.
     *
     * @param olderSize the number of entries in the older tree, 0 to newerSize
     * @param newerSize the number of entries in the newer tree
     * @param path the hashes that make both roots; empty if the sizes are equal
     * @throws IllegalArgumentException if the older tree is larger, or a hash is not of SHA-256
     */
    public ConsistencyProof(long olderSize, long newerSize, List<SecureHash> path) {
        if (olderSize < 0 || olderSize > newerSize) {
            throw new IllegalArgumentException(
                    "A tree of " + newerSize + " entries does not continue one of " + olderSize + ".");
        }
        this.olderSize = olderSize;
        this.newerSize = newerSize;
        this.path = MerkleHashTree.checked(path);
    }

    /**
     * Whether this proves that the tree of one root continues that of another (RFC 9162, 2.1.4.2). Every tree continues
     * the empty one, so that there is nothing to prove; a proof that says so is refused unless both are empty.
     *
     * @param olderRoot the root of the older tree
     * @param newerRoot the root of the newer tree
     * @return true if the path leads to both roots
     */
    public boolean proves(SecureHash olderRoot, SecureHash newerRoot) {
        if (olderSize == newerSize) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (olderSize == 0 || path.isEmpty()) {
            return false;
        }
        List<SecureHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(olderSize) == 1) {
            // The older tree is whole within the newer one, so the path leaves its root out.
            hashes.add(0, olderRoot);
        }
        int free = Long.numberOfTrailingZeros(olderSize);
        return leads(hashes, (olderSize - 1) >> free, (newerSize - 1) >> free, olderRoot, newerRoot);
    }

    private static boolean leads(
            List<SecureHash> hashes, long olderLast, long newerLast, SecureHash olderRoot, SecureHash newerRoot) {
        long place = olderLast;
        long last = newerLast;
        SecureHash older = hashes.get(0);
        SecureHash newer = hashes.get(0);
        for (SecureHash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = MerkleHashTree.nodeHash(beside, older);
                newer = MerkleHashTree.nodeHash(beside, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = MerkleHashTree.nodeHash(newer, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(olderRoot) && newer.equals(newerRoot);
    }

    /** The number of entries in the older tree. */
    public long getOlderSize() {
        return olderSize;
    }

    /** The number of entries in the newer tree. */
    public long getNewerSize() {
        return newerSize;
    }

    /** The hashes that make both roots. */
    public List<SecureHash> getPath() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ConsistencyProof)) {
            return false;
        }
        ConsistencyProof that = (ConsistencyProof) other;
        return olderSize == that.olderSize && newerSize == that.newerSize && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(olderSize, newerSize, path);
    }

    @Override
    public String toString() {
        return "from " + olderSize + " entries to " + newerSize + " by " + path;
    }
}
