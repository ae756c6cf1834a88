package org.countersign.contracts.ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;

/**
 * A Merkle hash tree over a list of byte strings, as RFC 9162 (and RFC 6962 before it) defines it, with SHA-256.
 *
 * <p>It stands beside Corda's own Merkle tree because that one pads its leaves to a power of two and hashes leaves like
 * nodes; there a tree does not say how many leaves it has, and a node can be passed off as a leaf. Here a leaf is
 * hashed behind the byte 0x00 and a node behind 0x01, and a tree of any size has proofs of inclusion and of
 * consistency.
 */
public final class MerkleHashTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final SecureHash EMPTY = SecureHash.sha256(new byte[0]);

    // From the leaf hashes up to the root. A last node without a sibling is passed up as it is, which gives the tree
    // that the RFC defines from the top down.
    private final List<List<SecureHash>> levels;

    private MerkleHashTree(List<List<SecureHash>> levels) {
        this.levels = levels;
    }

    /**
     * The tree of a list of entries.
     *
     * @param entries the byte strings in their order; may be empty
     * @return the tree
     */
    public static MerkleHashTree of(List<byte[]> entries) {
        List<SecureHash> level = new ArrayList<>(entries.size());
        for (byte[] entry : entries) {
            level.add(leafHash(entry));
        }
        List<List<SecureHash>> levels = new ArrayList<>();
        levels.add(level);
        while (level.size() > 1) {
            List<SecureHash> above = new ArrayList<>((level.size() + 1) / 2);
            for (int left = 0; left < level.size(); left += 2) {
                boolean alone = left + 1 == level.size();
                above.add(alone ? level.get(left) : nodeHash(level.get(left), level.get(left + 1)));
            }
            levels.add(above);
            level = above;
        }
        return new MerkleHashTree(levels);
    }

    /**
     * The hash of an entry as a leaf.
     *
     * @param entry any byte string
     * @return SHA-256 of 0x00 and the entry
     */
    public static SecureHash leafHash(byte[] entry) {
        byte[] prefixed = new byte[1 + entry.length];
        prefixed[0] = LEAF;
        System.arraycopy(entry, 0, prefixed, 1, entry.length);
        return SecureHash.sha256(prefixed);
    }

    /** SHA-256 of 0x01 and the two hashes. */
    static SecureHash nodeHash(SecureHash left, SecureHash right) {
        byte[] prefixed = new byte[1 + left.getSize() + right.getSize()];
        prefixed[0] = NODE;
        System.arraycopy(left.getBytes(), 0, prefixed, 1, left.getSize());
        System.arraycopy(right.getBytes(), 0, prefixed, 1 + left.getSize(), right.getSize());
        return SecureHash.sha256(prefixed);
    }

    /** Refuses hashes of other algorithms, whose proofs nobody could have made here. */
    static List<SecureHash> checked(List<SecureHash> path) {
        for (SecureHash hash : path) {
            checked(hash);
        }
        return Collections.unmodifiableList(new ArrayList<>(path));
    }

    /** Refuses a hash of another algorithm. */
    static SecureHash checked(SecureHash hash) {
        if (!(hash instanceof SecureHash.SHA256)) {
            throw new IllegalArgumentException("The hash " + hash + " is not of SHA-256.");
        }
        return hash;
    }

    /** The number of entries. */
    public int size() {
        return levels.get(0).size();
    }

    /**
     * The root.
     *
     * @return the hash of the whole tree; of the empty one the hash of nothing
     */
    public SecureHash root() {
        return size() == 0 ? EMPTY : levels.get(levels.size() - 1).get(0);
    }

    /**
     * Proves that an entry is in the tree.
     *
     * @param index the entry's place, from 0 to size - 1
     * @return the hashes beside the way up from the entry (RFC 9162, 2.1.3.1)
     * @throws IndexOutOfBoundsException if there is no such entry
     */
    public InclusionProof inclusionProof(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("The tree has " + size() + " entries and none at " + index + ".");
        }
        List<SecureHash> path = new ArrayList<>();
        int place = index;
        for (List<SecureHash> level : levels.subList(0, levels.size() - 1)) {
            int sibling = place ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            place /= 2;
        }
        return new InclusionProof(index, size(), path);
    }

    /**
     * Proves that this tree continues an older one: that the older one's entries are the first of this one's.
     *
     * @param olderSize how many entries the older tree had, from 1 to size
     * @return the hashes that make both roots (RFC 9162, 2.1.4.1)
     * @throws IndexOutOfBoundsException if the older tree was empty or larger than this one
     */
    public ConsistencyProof consistencyProof(int olderSize) {
        if (olderSize < 1 || olderSize > size()) {
            throw new IndexOutOfBoundsException(
                    "A tree of " + size() + " entries does not continue one of " + olderSize + ".");
        }
        List<SecureHash> path = new ArrayList<>();
        addSubproof(olderSize, 0, size(), true, path);
        return new ConsistencyProof(olderSize, size(), path);
    }

    // The range holds the older tree's remaining entries at its beginning. What the verifier knows already, which is
    // the older root itself, is left out.
    private void addSubproof(int older, int from, int to, boolean known, List<SecureHash> path) {
        int length = to - from;
        if (older == length) {
            if (!known) {
                path.add(rangeHash(from, to));
            }
            return;
        }
        int split = Integer.highestOneBit(length - 1);
        if (older <= split) {
            addSubproof(older, from, from + split, known, path);
            path.add(rangeHash(from + split, to));
        } else {
            addSubproof(older - split, from + split, to, false, path);
            path.add(rangeHash(from, from + split));
        }
    }

    // Only for ranges that are the leaves below one node.
    private SecureHash rangeHash(int from, int to) {
        int height = 32 - Integer.numberOfLeadingZeros(to - from - 1);
        return levels.get(height).get(from >> height);
    }
}
