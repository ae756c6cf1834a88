package org.countersign.workflows.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.compliance.Lot;

/** A holding that would end or begin by a transaction that somebody asks about. */
@CordaSerializable
public final class ProposedLot {
    private final PublicKey holder;
    private final BigDecimal quantity;
    private final Instant issued;
    private final Instant acquired;

    /**
     * Creates a lot.
     *
     * @param holder the key that holds it
     * @param quantity in units, more than zero
     * @param issued when the latest of its units came into being
     * @param acquired when the holder acquired the latest of its units
     */
    public ProposedLot(PublicKey holder, BigDecimal quantity, Instant issued, Instant acquired) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.issued = Objects.requireNonNull(issued, "issued");
        this.acquired = Objects.requireNonNull(acquired, "acquired");
    }

    /**
     * A lot as rules see it.
     *
     * @param lot the lot
     * @return the same
     */
    static ProposedLot of(Lot lot) {
        return new ProposedLot(lot.getHolder(), lot.getQuantity(), lot.getIssued(), lot.getAcquired());
    }

    /** The key that holds it. */
    public PublicKey getHolder() {
        return holder;
    }

    /** In units. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** When the latest of its units came into being. */
    public Instant getIssued() {
        return issued;
    }

    /** When the holder acquired the latest of its units. */
    public Instant getAcquired() {
        return acquired;
    }
}
