package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.identity.Party;

/** A holding that a transaction creates, in whole units of the security and not in the ledger's smallest ones. */
public final class HoldingFact {
    private final PublicKey key;
    private final Party holder;
    private final BigDecimal quantity;

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
        this.key = Objects.requireNonNull(key, "key");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
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
