package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.crypto.SecureHash;
import org.countersign.workflows.ownership.proof.BatchPath;
import org.countersign.workflows.ownership.proof.RevealedComponent;
import org.countersign.workflows.ownership.proof.TornGroup;
import org.countersign.workflows.ownership.proof.TornTransaction;

/**
 * Computes a transaction's id from what a tear-off shows.
 *
 * <p>A leaf is the hash of 32 bytes and an inner node the hash of 64; that and the fixed number of groups make heights
 * and positions unambiguous.
 */
// Corda identifies a component group by its ordinal, on the wire and in the hashes.
@SuppressWarnings("EnumOrdinal")
final class MerkleCheck {
    static final int GROUPS = ComponentGroupEnum.values().length;

    private static final int HIGHEST = 16;

    private MerkleCheck() {}

    /** Refuses unless every shown component is where the tear-off says, in the transaction with the id it says. */
    static void verify(TornTransaction torn) throws ProofRefusedException {
        SecureHash id = torn.getId();
        require(
                torn.getGroupHashes().size() == GROUPS,
                "Transaction %s has %d group hashes; there are %d groups.",
                id,
                torn.getGroupHashes().size(),
                GROUPS);
        int last = -1;
        for (TornGroup group : torn.getGroups()) {
            require(
                    group.getGroup() > last && group.getGroup() < GROUPS,
                    "Transaction %s has its revealed groups out of order.",
                    id);
            last = group.getGroup();
            require(
                    new Walk(group, id).root().equals(torn.getGroupHashes().get(last)),
                    "What is revealed of %s of transaction %s does not lead to the group's hash.",
                    name(last),
                    id);
        }
        require(
                root(torn.getGroupHashes()).equals(id),
                "The group hashes of transaction %s do not lead to its id.",
                id);
    }

    /** The root that a notary signed for a batch that contains the transaction. */
    static SecureHash batchRoot(SecureHash id, BatchPath path) throws ProofRefusedException {
        require(
                path.getSiblings().size() <= HIGHEST
                        && path.getIndex() >> path.getSiblings().size() == 0,
                "A batch signature on transaction %s has an impossible path.",
                id);
        SecureHash hash = SecureHash.sha256(id.getBytes());
        int position = path.getIndex();
        for (SecureHash sibling : path.getSiblings()) {
            hash = position % 2 == 0 ? hash.hashConcat(sibling) : sibling.hashConcat(hash);
            position /= 2;
        }
        return hash;
    }

    static String name(int group) {
        return ComponentGroupEnum.values()[group]
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ');
    }

    private static SecureHash root(List<SecureHash> leaves) {
        List<SecureHash> level = new ArrayList<>(leaves);
        while (Integer.bitCount(level.size()) != 1) {
            level.add(SecureHash.zeroHash);
        }
        while (level.size() > 1) {
            List<SecureHash> above = new ArrayList<>();
            for (int index = 0; index < level.size(); index += 2) {
                above.add(level.get(index).hashConcat(level.get(index + 1)));
            }
            level = above;
        }
        return level.get(0);
    }

    /** One walk through a group's tree, from left to right. */
    private static final class Walk {
        private final TornGroup group;
        private final SecureHash id;
        private final List<RevealedComponent> shown;
        private final Iterator<SecureHash> hidden;
        private int next;

        Walk(TornGroup group, SecureHash id) {
            this.group = group;
            this.id = id;
            this.shown = group.getComponents();
            this.hidden = group.getHidden().iterator();
        }

        SecureHash root() throws ProofRefusedException {
            require(
                    group.getHeight() <= HIGHEST && !shown.isEmpty(),
                    "%s of transaction %s shows nothing, or its tree is higher than %d.",
                    name(group.getGroup()),
                    id,
                    HIGHEST);
            SecureHash root = subtree(0, 1 << group.getHeight());
            require(
                    next == shown.size() && !hidden.hasNext(),
                    "%s of transaction %s has components out of order or hashes to spare.",
                    name(group.getGroup()),
                    id);
            return root;
        }

        private SecureHash subtree(int first, int width) throws ProofRefusedException {
            if (next == shown.size() || shown.get(next).getIndex() >= first + width) {
                require(hidden.hasNext(), "%s of transaction %s lacks a hash.", name(group.getGroup()), id);
                return hidden.next();
            }
            if (width == 1) {
                RevealedComponent component = shown.get(next++);
                require(
                        component.getIndex() == first,
                        "%s of transaction %s has components out of order.",
                        name(group.getGroup()),
                        id);
                return leaf(component);
            }
            SecureHash left = subtree(first, width / 2);
            return left.hashConcat(subtree(first + width / 2, width / 2));
        }

        private static SecureHash leaf(RevealedComponent component) {
            byte[] nonce = component.getNonce().getBytes();
            byte[] bytes = component.getBytes().getBytes();
            byte[] joined = java.util.Arrays.copyOf(nonce, nonce.length + bytes.length);
            System.arraycopy(bytes, 0, joined, nonce.length, bytes.length);
            return SecureHash.sha256Twice(joined);
        }
    }
}
