package org.countersign.workflows.position;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;

/** What a registrar tells of one security: who of those in question holds how much, and how much there is in all. */
@CordaSerializable
public final class SecurityPositions {
    private final UniqueIdentifier security;
    private final long outstanding;
    private final List<HeldQuantity> holders;

    /**
     * Creates the positions of a security.
     *
     * @param security which
     * @param outstanding all that stands in the register, in smallest units
     * @param holders those in question who hold anything
     */
    public SecurityPositions(UniqueIdentifier security, long outstanding, List<HeldQuantity> holders) {
        this.security = Objects.requireNonNull(security, "security");
        this.outstanding = outstanding;
        this.holders = Collections.unmodifiableList(new ArrayList<>(holders));
    }

    /** Which security. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** All that stands in the register, in smallest units. */
    public long getOutstanding() {
        return outstanding;
    }

    /** Those in question who hold anything. */
    public List<HeldQuantity> getHolders() {
        return holders;
    }
}
