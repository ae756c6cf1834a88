package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * What a tear-off shows of one component group: some components, and the hashes that lead from them to the group's
 * root.
 *
 * <p>Positions are part of the evidence. Corda's own partial trees leave them to be inferred; here the height of the
 * tree and the index of each component are explicit, and the hidden hashes stand in the order in which a walk of the
 * tree from left to right meets the subtrees without a revealed leaf.
 */
@CordaSerializable
public final class TornGroup {
    private final int group;
    private final int height;
    private final List<RevealedComponent> components;
    private final List<SecureHash> hidden;

    /**
     * Creates a group.
     *
     * @param group the ordinal of Corda's {@code ComponentGroupEnum}
     * @param height the height of the group's Merkle tree; the tree has two to the power of it leaves
     * @param components what is shown, by ascending index, at least one
     * @param hidden the roots of the subtrees that are not shown, from left to right
     */
    public TornGroup(int group, int height, List<RevealedComponent> components, List<SecureHash> hidden) {
        this.group = group;
        this.height = height;
        this.components = Collections.unmodifiableList(new ArrayList<>(components));
        this.hidden = Collections.unmodifiableList(new ArrayList<>(hidden));
    }

    /** The ordinal of Corda's {@code ComponentGroupEnum}. */
    public int getGroup() {
        return group;
    }

    /** The height of the group's Merkle tree. */
    public int getHeight() {
        return height;
    }

    /** What is shown, by ascending index. */
    public List<RevealedComponent> getComponents() {
        return components;
    }

    /** The roots of the subtrees that are not shown, from left to right. */
    public List<SecureHash> getHidden() {
        return hidden;
    }
}
