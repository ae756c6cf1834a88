package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;

/** A holding with its dates, as rules see it. */
public final class Lot {
    private final PublicKey holder;
    private final BigDecimal quantity;
    private final Instant issued;
    private final Instant acquired;

    /**
     * Creates a lot.
     *
     * @param holder the key that holds it
     * @param quantity in units of the security, more than zero
     * @param issued when the latest of its units came into being: not later than this
     * @param acquired when the holder acquired the latest of its units: not later than this
     */
    public Lot(PublicKey holder, BigDecimal quantity, Instant issued, Instant acquired) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.issued = Objects.requireNonNull(issued, "issued");
        this.acquired = Objects.requireNonNull(acquired, "acquired");
    }

    /** The key that holds it. */
    public PublicKey getHolder() {
        return holder;
    }

    /** In units of the security. */
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
