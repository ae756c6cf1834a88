package org.countersign.contracts.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.segment.Segment;

/**
 * Which aspects of which operations on a security must be attested, and by which committees.
 *
 * <p>A policy names each aspect at most once. It always names {@link Aspect#OWNERSHIP}, for every operation: without
 * the registrars' vote nothing becomes final. An operation that is added to the ledger after a policy was written needs
 * OWNERSHIP too. The measures of {@code control} a policy grants by naming them for OWNERSHIP, see {@link #grants}.
 */
@CordaSerializable
public final class ValidationPolicy {
    // Not all of the enumeration: a policy that stands on the ledger must stay readable when operations are added.
    private static final Set<Operation> OWNED = EnumSet.of(
            Operation.DEFINE, Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM, Operation.CORPORATE_ACTION);

    private final String segment;
    private final List<AspectRequirement> requirements;

    /**
     * Creates a policy.
     *
     * @param segment the segment of the security, {@link Segment#WHOLE_NETWORK} if it is in none in particular
     * @param requirements one per aspect, OWNERSHIP among them with every operation
     * @throws IllegalArgumentException if the segment has no readable name, an aspect is named twice or OWNERSHIP does
     *     not cover every operation
     */
    public ValidationPolicy(String segment, List<AspectRequirement> requirements) {
        if (!Segment.isName(segment)) {
            throw new IllegalArgumentException(
                    "A validation policy names no segment; name one in 1 to 60 readable characters.");
        }
        Set<Aspect> seen = EnumSet.noneOf(Aspect.class);
        boolean owned = false;
        for (AspectRequirement requirement : requirements) {
            if (!seen.add(requirement.getAspect())) {
                throw new IllegalArgumentException("A validation policy names " + requirement.getAspect()
                        + " twice; name each aspect once, with all of its operations.");
            }
            owned |= requirement.getAspect() == Aspect.OWNERSHIP
                    && requirement.getOperations().containsAll(OWNED);
        }
        if (!owned) {
            throw new IllegalArgumentException(
                    "A validation policy must demand OWNERSHIP for every operation: " + OWNED);
        }
        this.segment = segment;
        this.requirements = Collections.unmodifiableList(new ArrayList<>(requirements));
    }

    /** The segment of the security; its committees are of the same segment or of the whole network. */
    public String getSegment() {
        return segment;
    }

    /** All requirements, one per aspect. */
    public List<AspectRequirement> getRequirements() {
        return requirements;
    }

    /**
     * The requirements that an operation has to meet.
     *
     * @param operation what a transaction does
     * @return the requirements that name it, and OWNERSHIP in any case; never empty
     */
    public List<AspectRequirement> requirementsFor(Operation operation) {
        return requirements.stream()
                .filter(requirement -> requirement.getAspect() == Aspect.OWNERSHIP
                        || requirement.getOperations().contains(operation))
                .collect(Collectors.toList());
    }

    /**
     * The requirement of one aspect.
     *
     * @param aspect the aspect asked for
     * @return its requirement, or nothing if the policy does not name it
     */
    public Optional<AspectRequirement> requirementOf(Aspect aspect) {
        return requirements.stream()
                .filter(requirement -> requirement.getAspect() == aspect)
                .findFirst();
    }

    /** The registrars' requirement, which every policy has. */
    public AspectRequirement ownership() {
        return requirementOf(Aspect.OWNERSHIP)
                .orElseThrow(() -> new IllegalStateException("A validation policy always names OWNERSHIP."));
    }

    /**
     * Whether the registrars are named for an operation, and not only needed for it. What an order can do to a holder
     * without its signature is done only where this is so.
     *
     * @param operation what a transaction does
     * @return whether the requirement of OWNERSHIP names it
     */
    public boolean grants(Operation operation) {
        return ownership().getOperations().contains(operation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValidationPolicy
                && segment.equals(((ValidationPolicy) other).segment)
                && requirements.equals(((ValidationPolicy) other).requirements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(segment, requirements);
    }

    @Override
    public String toString() {
        return requirements + " in segment " + segment;
    }
}
