package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * The way from one transaction to the root that a notary signed for a whole batch of transactions.
 *
 * <p>The leaf is the SHA-256 of the transaction's id. Corda's batching notaries sign so; the Raft cluster does not.
 */
@CordaSerializable
public final class BatchPath {
    private final int index;
    private final List<SecureHash> siblings;

    /**
     * Creates a path.
     *
     * @param index the transaction's position in the batch, from 0
     * @param siblings the hashes beside the way, from the leaf up
     */
    public BatchPath(int index, List<SecureHash> siblings) {
        this.index = index;
        this.siblings = Collections.unmodifiableList(new ArrayList<>(siblings));
    }

    /** The transaction's position in the batch, from 0. */
    public int getIndex() {
        return index;
    }

    /** The hashes beside the way, from the leaf up. */
    public List<SecureHash> getSiblings() {
        return siblings;
    }
}
