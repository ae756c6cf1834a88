package org.countersign.contracts.definition;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/**
 * An amendment that is announced and not yet in force: what the definition will say, and from when on. Until it is
 * completed, holdings move by what the definition says.
 */
@CordaSerializable
public final class Amendment {
    private final Provisions provisions;
    private final Instant effective;

    /**
     * Creates an amendment.
     *
     * @param provisions what the definition will say, all of it
     * @param effective before when it is not completed
     */
    public Amendment(Provisions provisions, Instant effective) {
        this.provisions = Objects.requireNonNull(provisions, "provisions");
        this.effective = Objects.requireNonNull(effective, "effective");
    }

    /** What the definition will say. */
    public Provisions getProvisions() {
        return provisions;
    }

    /** Before when it is not completed. */
    public Instant getEffective() {
        return effective;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amendment
                && provisions.equals(((Amendment) other).provisions)
                && effective.equals(((Amendment) other).effective);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provisions, effective);
    }

    @Override
    public String toString() {
        return "from " + effective + " on: " + provisions;
    }
}
