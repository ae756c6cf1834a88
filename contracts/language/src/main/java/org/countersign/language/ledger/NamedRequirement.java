package org.countersign.language.ledger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;

/**
 * One line of a validation policy by the name of the committee. The ledger's
 * {@link org.countersign.contracts.validation.AspectRequirement} has the committee's identifier in its place, which a
 * source cannot know.
 */
public final class NamedRequirement {
    private final Aspect aspect;
    private final String committee;
    private final Set<Operation> operations;

    /**
     * Creates a line.
     *
     * @param aspect what is attested
     * @param committee the name of the committee that attests it
     * @param operations the operations that need it; at least one
     */
    public NamedRequirement(Aspect aspect, String committee, Set<Operation> operations) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    /** What is attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The name of the committee that attests it. */
    public String getCommittee() {
        return committee;
    }

    /** The operations that need it. */
    public Set<Operation> getOperations() {
        return operations;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedRequirement
                && aspect == ((NamedRequirement) other).aspect
                && committee.equals(((NamedRequirement) other).committee)
                && operations.equals(((NamedRequirement) other).operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(aspect, committee, operations);
    }

    @Override
    public String toString() {
        return aspect + " by " + committee + " for " + operations;
    }
}
