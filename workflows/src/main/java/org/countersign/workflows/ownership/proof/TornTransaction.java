package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** A transaction torn off to what a proof needs of it, with the signatures that speak about what is shown. */
@CordaSerializable
public final class TornTransaction {
    private final SecureHash id;
    private final List<SecureHash> groupHashes;
    private final List<TornGroup> groups;
    private final List<ProofSignature> signatures;

    /**
     * Creates a torn transaction.
     *
     * @param id the transaction's id, the root of the tree over the group hashes
     * @param groupHashes the roots of all component groups in Corda's order; all ones for a group without components
     * @param groups the groups of which something is shown, by ascending ordinal
     * @param signatures the signatures, by ascending key bytes, one per key
     */
    public TornTransaction(
            SecureHash id, List<SecureHash> groupHashes, List<TornGroup> groups, List<ProofSignature> signatures) {
        this.id = Objects.requireNonNull(id, "id");
        this.groupHashes = Collections.unmodifiableList(new ArrayList<>(groupHashes));
        this.groups = Collections.unmodifiableList(new ArrayList<>(groups));
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
    }

    /** The transaction's id. */
    public SecureHash getId() {
        return id;
    }

    /** The roots of all component groups in Corda's order. */
    public List<SecureHash> getGroupHashes() {
        return groupHashes;
    }

    /** The groups of which something is shown. */
    public List<TornGroup> getGroups() {
        return groups;
    }

    /** The signatures, one per key. */
    public List<ProofSignature> getSignatures() {
        return signatures;
    }
}
