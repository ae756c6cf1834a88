package org.countersign.workflows.definition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;

/**
 * One line of the validation policy that a security is registered with, by the name of the committee. The ledger's
 * {@link org.countersign.contracts.validation.AspectRequirement} has the committee's identifier in its place, which
 * people cannot type.
 */
@CordaSerializable
public final class CommitteeChoice {
    private final Aspect aspect;
    private final String committee;
    private final Set<Operation> operations;

    /**
     * Creates a choice.
     *
     * @param aspect what is to be attested
     * @param committee the name of the committee that attests it
     * @param operations the operations that need it, at least one; of {@link Aspect#OWNERSHIP} all
     */
    public CommitteeChoice(Aspect aspect, String committee, Set<Operation> operations) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.committee = Objects.requireNonNull(committee, "committee");
        if (operations.isEmpty()) {
            throw new IllegalArgumentException(
                    "The choice of " + committee + " for " + aspect + " names no operation; name at least one.");
        }
        this.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    /** What is to be attested. */
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
}
