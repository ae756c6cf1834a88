package org.countersign.workflows.identity.account;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/** An account of a client, as its custodian sees it. */
@CordaSerializable
public final class AccountView {
    private final String id;
    private final String name;
    private final PublicKey key;
    private final Instant openedAt;
    private final List<PublicKey> formerKeys;

    /**
     * Creates a view of an account that has had one key only.
     *
     * @param id the external id, a UUID; whoever is to send something to the account is told it
     * @param name what the custodian calls it; told to nobody
     * @param key the key that holds for the client
     * @param openedAt when it was opened
     */
    public AccountView(String id, String name, PublicKey key, Instant openedAt) {
        this(id, name, key, openedAt, Collections.emptyList());
    }

    /**
     * Creates a view.
     *
     * @param id the external id, a UUID; whoever is to send something to the account is told it
     * @param name what the custodian calls it; told to nobody
     * @param key the key that holds for the client
     * @param openedAt when it was opened
     * @param formerKeys the keys that it replaces, the latest last
     */
    @ConstructorForDeserialization
    public AccountView(String id, String name, PublicKey key, Instant openedAt, List<PublicKey> formerKeys) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.key = Objects.requireNonNull(key, "key");
        this.openedAt = Objects.requireNonNull(openedAt, "openedAt");
        this.formerKeys = Collections.unmodifiableList(new ArrayList<>(formerKeys));
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

    /** The keys that it replaces, which may hold something still until that is recovered; the latest last. */
    public List<PublicKey> getFormerKeys() {
        return formerKeys;
    }
}
