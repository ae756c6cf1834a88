package org.countersign.workflows.identity.account;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** An account of a client, as its custodian sees it. */
@CordaSerializable
public final class AccountView {
    private final String id;
    private final String name;
    private final PublicKey key;
    private final Instant openedAt;

    /**
     * Creates a view.
     *
     * @param id the external id, a UUID; whoever is to send something to the account is told it
     * @param name what the custodian calls it; told to nobody
     * @param key the key that holds for the client
     * @param openedAt when it was opened
     */
    public AccountView(String id, String name, PublicKey key, Instant openedAt) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.key = Objects.requireNonNull(key, "key");
        this.openedAt = Objects.requireNonNull(openedAt, "openedAt");
    }

    /** The external id, a UUID. */
    public String getId() {
        return id;
    }

    /** What the custodian calls it. */
    public String getName() {
        return name;
    }

    /** The key that holds for the client. */
    public PublicKey getKey() {
        return key;
    }

    /** When it was opened. */
    public Instant getOpenedAt() {
        return openedAt;
    }
}
