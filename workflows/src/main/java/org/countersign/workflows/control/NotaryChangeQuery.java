package org.countersign.workflows.control;

import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;

/** The question of {@link AskNotaryChangesFlow}: which holdings of a key have been moved from notary to notary. */
@CordaSerializable
public final class NotaryChangeQuery {
    private final UniqueIdentifier security;
    private final PublicKey holder;

    /**
     * Creates a question.
     *
     * @param security holdings of which are asked for
     * @param holder the key that holds them
     */
    public NotaryChangeQuery(UniqueIdentifier security, PublicKey holder) {
        this.security = Objects.requireNonNull(security, "security");
        this.holder = Objects.requireNonNull(holder, "holder");
    }

    /** Holdings of which are asked for. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** The key that holds them. */
    public PublicKey getHolder() {
        return holder;
    }
}
