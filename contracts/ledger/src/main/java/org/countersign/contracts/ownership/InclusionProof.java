package org.countersign.contracts.ownership;

import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * Evidence that an entry is at a certain place of a {@link MerkleHashTree} of a certain size. It shows nothing of the
 * other entries but hashes. Whoever checks it must have the root from somebody they trust.
 */
@CordaSerializable
public final class InclusionProof {
    private final long leafIndex;
    private final long treeSize;
    private final List<SecureHash> path;

    /**
     * Creates a proof; to take one from a tree use {@link MerkleHashTree#inclusionProof}.
     *
     * @param leafIndex the entry's place, from 0 to treeSize - 1
     * @param treeSize the number of entries in the tree, 1 or more
     * @param path the hashes beside the way up from the entry
     * @throws IllegalArgumentException if the place is not in the tree or a hash is not of SHA-256
     */
    public InclusionProof(long leafIndex, long treeSize, List<SecureHash> path) {
        if (leafIndex < 0 || leafIndex >= treeSize) {
            throw new IllegalArgumentException(
                    "A tree of " + treeSize + " entries has none at the place " + leafIndex + ".");
        }
        this.leafIndex = leafIndex;
        this.treeSize = treeSize;
        this.path = MerkleHashTree.checked(path);
    }

    /**
     * Whether this proves an entry to be in the tree of a root.
     *
     * @param entry the byte string
     * @param root the root of the tree
     * @return true if the path leads from the entry to the root
     */
    public boolean proves(byte[] entry, SecureHash root) {
        return provesLeaf(MerkleHashTree.leafHash(entry), root);
    }

    /**
     * Whether this proves a leaf to be in the tree of a root (RFC 9162, 2.1.3.2).
     *
     * @param leafHash the hash of the entry as a leaf
     * @param root the root of the tree
     * @return true if the path leads from the leaf to the root
     */
    public boolean provesLeaf(SecureHash leafHash, SecureHash root) {
        long place = leafIndex;
        long last = treeSize - 1;
        SecureHash reached = leafHash;
        for (SecureHash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                reached = MerkleHashTree.nodeHash(beside, reached);
                // A last node without a sibling was passed up unchanged.
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                reached = MerkleHashTree.nodeHash(reached, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /** The entry's place, from 0. */
    public long getLeafIndex() {
        return leafIndex;
    }

    /** The number of entries in the tree. */
    public long getTreeSize() {
        return treeSize;
    }

    /** The hashes beside the way up, from the leaf to the root. */
    public List<SecureHash> getPath() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof InclusionProof)) {
            return false;
        }
        InclusionProof that = (InclusionProof) other;
        return leafIndex == that.leafIndex && treeSize == that.treeSize && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(leafIndex, treeSize, path);
    }

    @Override
    public String toString() {
        return "entry " + leafIndex + " of " + treeSize + " by " + path;
    }
}
