package org.countersign.workflows.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** A standing holding that is an input of the transaction in question, as the register has it. */
@CordaSerializable
public final class RegisteredLot {
    private final PublicKey holder;
    private final long quantity;
    private final Instant issued;
    private final Instant acquired;

    /**
     * Creates a lot.
     *
     * @param holder the key that holds it
     * @param quantity in smallest units, more than zero
     * @param issued when the latest of its units came into being; null if the holding has no dates
     * @param acquired when the holder acquired the latest of its units; null if the holding has no dates
     */
    public RegisteredLot(PublicKey holder, long quantity, Instant issued, Instant acquired) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = quantity;
        this.issued = issued;
        this.acquired = acquired;
    }

    /** The key that holds it. */
    public PublicKey getHolder() {
        return holder;
    }

    /** In smallest units. */
    public long getQuantity() {
        return quantity;
    }

    /** When the latest of its units came into being, or null. */
    public Instant getIssued() {
        return issued;
    }

    /** When the holder acquired the latest of its units, or null. */
    public Instant getAcquired() {
        return acquired;
    }
}
