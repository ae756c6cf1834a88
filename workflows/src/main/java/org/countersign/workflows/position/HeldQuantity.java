package org.countersign.workflows.position;

import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;

/** How much of a security somebody holds, and how much of that the inputs of the transaction in question are. */
@CordaSerializable
public final class HeldQuantity {
    private final Party holder;
    private final long held;
    private final long input;

    /**
     * Creates a quantity.
     *
     * @param holder who holds, by well-known identity
     * @param held all that stands in the register, in smallest units, zero or more
     * @param input what of it the inputs are, in smallest units, at most what is held
     */
    public HeldQuantity(Party holder, long held, long input) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.held = held;
        this.input = input;
    }

    /** Who holds. */
    public Party getHolder() {
        return holder;
    }

    /** All that stands in the register, in smallest units. */
    public long getHeld() {
        return held;
    }

    /** What of it the inputs are, in smallest units. */
    public long getInput() {
        return input;
    }
}
