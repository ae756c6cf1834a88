package org.countersign.contracts.validation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;

/** One line of a {@link ValidationPolicy}: these operations need this aspect attested by that committee. */
@CordaSerializable
public final class AspectRequirement {
    private final Aspect aspect;
    private final UniqueIdentifier committee;
    private final Set<Operation> operations;

    /**
     * Creates a requirement.
     *
     * @param aspect what must be attested
     * @param committee the self-certifying identifier of the committee that attests it
     * @param operations the operations that need it; at least one
     */
    public AspectRequirement(Aspect aspect, UniqueIdentifier committee, Set<Operation> operations) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.committee = Objects.requireNonNull(committee, "committee");
        if (operations.isEmpty()) {
            throw new IllegalArgumentException(
                    "The requirement of " + aspect + " names no operation; name at least one.");
        }
        this.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    /** What must be attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The committee that attests it, by its self-certifying identifier. */
    public UniqueIdentifier getCommittee() {
        return committee;
    }

    /** The operations that need the attestation. */
    public Set<Operation> getOperations() {
        return operations;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof AspectRequirement)) {
            return false;
        }
        AspectRequirement that = (AspectRequirement) other;
        return aspect == that.aspect
                && committee.equals(that.committee)
                && Objects.equals(committee.getExternalId(), that.committee.getExternalId())
                && operations.equals(that.operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(aspect, committee, operations);
    }

    @Override
    public String toString() {
        return aspect + " by committee " + committee.getId() + " for " + operations;
    }
}
