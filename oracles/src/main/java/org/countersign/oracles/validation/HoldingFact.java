package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.util.Objects;
import net.corda.core.identity.Party;

/** A holding that a transaction creates, in whole units of the security and not in the ledger's smallest ones. */
public final class HoldingFact {
    private final Party holder;
    private final BigDecimal quantity;

    /**
     * Creates the fact.
     *
     * @param holder who holds, by well-known identity
     * @param quantity how much, in units, more than zero
     */
    public HoldingFact(Party holder, BigDecimal quantity) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
    }

    /** Who holds. */
    public Party getHolder() {
        return holder;
    }

    /** How much, in units. */
    public BigDecimal getQuantity() {
        return quantity;
    }
}
