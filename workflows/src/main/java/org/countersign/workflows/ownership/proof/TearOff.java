package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.MerkleTree;
import net.corda.core.crypto.MerkleTreeException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.ComponentGroup;
import net.corda.core.transactions.WireTransaction;
import net.corda.core.utilities.OpaqueBytes;

/**
 * Tears a transaction off to chosen components.
 *
 * <p>Corda's {@code FilteredTransaction} shows the signers of all commands as soon as it shows one command, and so the
 * keys of everybody who takes part. A proof must not, and so the tree is walked here.
 */
// Corda identifies a component group by its ordinal, on the wire and in the hashes.
@SuppressWarnings("EnumOrdinal")
final class TearOff {
    /** Corda 4.10 gives every transaction these groups; with nine leaves the top tree's height is always the same. */
    static final int GROUPS = ComponentGroupEnum.values().length;

    private final WireTransaction transaction;
    private final Map<ComponentGroupEnum, SortedSet<Integer>> chosen = new EnumMap<>(ComponentGroupEnum.class);

    TearOff(WireTransaction transaction) {
        this.transaction = transaction;
    }

    TearOff reveal(ComponentGroupEnum group, int index) {
        chosen.computeIfAbsent(group, any -> new TreeSet<>()).add(index);
        return this;
    }

    /** Shows a command together with its signers, who stand at the same index of a group of their own. */
    TearOff revealCommand(int index) {
        return reveal(ComponentGroupEnum.COMMANDS_GROUP, index).reveal(ComponentGroupEnum.SIGNERS_GROUP, index);
    }

    TornTransaction tear(List<ProofSignature> signatures) throws OwnershipProofException {
        DigestService digests = transaction.getDigestService();
        if (!digests.getHashAlgorithm().equals(SecureHash.SHA2_256)) {
            throw new OwnershipProofException(
                    "Transaction " + transaction.getId() + " is hashed with " + digests.getHashAlgorithm() + ".",
                    "A proof can be taken of SHA-256 transactions only.");
        }
        List<SecureHash> roots = new ArrayList<>();
        List<TornGroup> groups = new ArrayList<>();
        for (ComponentGroupEnum group : ComponentGroupEnum.values()) {
            MerkleTree tree = tree(group);
            roots.add(tree == null ? SecureHash.allOnesHash : tree.getHash());
            if (chosen.containsKey(group)) {
                groups.add(tearGroup(group, tree));
            }
        }
        if (!merkleTree(roots).getHash().equals(transaction.getId())) {
            throw new OwnershipProofException(
                    "Transaction " + transaction.getId() + " does not have the " + GROUPS
                            + " component groups of Corda 4.10.",
                    "A proof can be taken of transactions of that version only.");
        }
        return new TornTransaction(transaction.getId(), roots, groups, signatures);
    }

    private MerkleTree tree(ComponentGroupEnum group) throws OwnershipProofException {
        List<OpaqueBytes> components = components(group);
        if (components.isEmpty()) {
            return null;
        }
        List<SecureHash> leaves = new ArrayList<>();
        for (int index = 0; index < components.size(); index++) {
            leaves.add(transaction
                    .getDigestService()
                    .componentHash(nonce(group, index, components.get(index)), components.get(index)));
        }
        return merkleTree(leaves);
    }

    private MerkleTree merkleTree(List<SecureHash> leaves) throws OwnershipProofException {
        try {
            return MerkleTree.Companion.getMerkleTree(leaves, transaction.getDigestService());
        } catch (MerkleTreeException unusable) {
            throw new OwnershipProofException(
                    "The components of transaction " + transaction.getId() + " form no tree: " + unusable.getReason()
                            + ".",
                    "The ledger of this node is inconsistent; ask its operator.");
        }
    }

    private List<OpaqueBytes> components(ComponentGroupEnum group) {
        for (ComponentGroup candidate : transaction.getComponentGroups()) {
            if (candidate.getGroupIndex() == group.ordinal()) {
                return new ArrayList<>(candidate.getComponents());
            }
        }
        return new ArrayList<>();
    }

    private SecureHash nonce(ComponentGroupEnum group, int index, OpaqueBytes component) {
        return transaction
                .getDigestService()
                .componentHash(component, transaction.getPrivacySalt(), group.ordinal(), index);
    }

    private TornGroup tearGroup(ComponentGroupEnum group, MerkleTree tree) {
        List<OpaqueBytes> components = components(group);
        List<RevealedComponent> revealed = new ArrayList<>();
        for (int index : chosen.get(group)) {
            OpaqueBytes bytes = new OpaqueBytes(components.get(index).getBytes());
            revealed.add(new RevealedComponent(index, nonce(group, index, bytes), bytes));
        }
        List<SecureHash> hidden = new ArrayList<>();
        int height = height(tree);
        hide(tree, 0, 1 << height, chosen.get(group), hidden);
        return new TornGroup(group.ordinal(), height, revealed, hidden);
    }

    private static int height(MerkleTree tree) {
        return tree instanceof MerkleTree.Node ? 1 + height(((MerkleTree.Node) tree).getLeft()) : 0;
    }

    private static void hide(MerkleTree tree, int first, int width, SortedSet<Integer> shown, List<SecureHash> hidden) {
        if (shown.subSet(first, first + width).isEmpty()) {
            hidden.add(tree.getHash());
        } else if (tree instanceof MerkleTree.Node) {
            int half = width / 2;
            hide(((MerkleTree.Node) tree).getLeft(), first, half, shown, hidden);
            hide(((MerkleTree.Node) tree).getRight(), first + half, half, shown, hidden);
        }
    }
}
