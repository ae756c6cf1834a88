package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.identity.Party;

/** A holding that a transaction creates, in whole units of the security and not in the ledger's smallest ones. */
public final class HoldingFact {
    private final PublicKey key;
    private final Party holder;
    private final BigDecimal quantity;
    private final Instant issued;
    private final Instant acquired;

    /**
     * Creates the fact for a holding by a member's own key.
     *
     * @param holder who holds, by well-known identity
     * @param quantity how much, in units, more than zero
     */
    public HoldingFact(Party holder, BigDecimal quantity) {
        this(holder.getOwningKey(), holder, quantity);
    }

    /**
     * Creates the fact for a holding by another key than that of a member's identity.
     *
     * @param key the key that holds, for example that of a custodian's client
     * @param holder the member whose key it is, by well-known identity
     * @param quantity how much, in units, more than zero
     */
    public HoldingFact(PublicKey key, Party holder, BigDecimal quantity) {
        this(key, holder, quantity, null, null);
    }

    /**
     * Creates the fact for a holding with its dates.
     *
     * @param key the key that holds
     * @param holder the member whose key it is, by well-known identity
     * @param quantity how much, in units, more than zero
     * @param issued when the latest of its units came into being, or null
     * @param acquired when the holder acquired the latest of its units, or null
     */
    public HoldingFact(PublicKey key, Party holder, BigDecimal quantity, Instant issued, Instant acquired) {
        this.key = Objects.requireNonNull(key, "key");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.issued = issued;
        this.acquired = acquired;
    }

    /** When the latest of its units came into being; nothing if the holding has no dates. */
    public Optional<Instant> getIssued() {
        return Optional.ofNullable(issued);
    }

    /** When the holder acquired the latest of its units; nothing if the holding has no dates. */
    public Optional<Instant> getAcquired() {
        return Optional.ofNullable(acquired);
    }

    /** The key that holds; of a custodian's client it is another than the custodian's. */
    public PublicKey getKey() {
        return key;
    }

    /** The member whose key it is; the custodian of a client's. */
    public Party getHolder() {
        return holder;
    }

    /** How much, in units. */
    public BigDecimal getQuantity() {
        return quantity;
    }
}
