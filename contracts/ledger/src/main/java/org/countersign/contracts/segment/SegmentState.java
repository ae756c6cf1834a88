package org.countersign.contracts.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * A part of the network with an admission policy and observers of its own.
 *
 * <p>It binds the registrars that it names: of every security of this segment whose register they keep, they let only
 * members propose and receive, and they send every transaction to the observers. A security names its segment by name
 * and its registrars by identifier, in its validation policy; the two together find the segment. A stranger's segment
 * of the same name has other registrars, whose quorum established it, and binds nobody else.
 *
 * <p>Its identifier is a digest of its founding facts. It is public to all members of the network.
 */
@BelongsToContract(SegmentContract.class)
public final class SegmentState implements LinearState {
    private final UniqueIdentifier linearId;
    private final String name;
    private final SegmentTerms terms;
    private final ValidationPolicy validationPolicy;
    private final List<Party> keepers;
    private final int version;

    /**
     * Creates a state as it stands on the ledger. To establish a segment use {@link #established}.
     *
     * @param linearId the self-certifying identifier
     * @param name what people call it, 1 to 60 readable characters, any but {@link Segment#WHOLE_NETWORK}
     * @param terms what can be changed of it
     * @param validationPolicy the committees that decide about it: its registrars, and the committee that admits
     *     members if these are not the registrars
     * @param keepers the members of the registrars' committee when the state was made; without all of them nobody moves
     *     the state to another notary
     * @param version 1 when established, one more with every change
     */
    public SegmentState(
            UniqueIdentifier linearId,
            String name,
            SegmentTerms terms,
            ValidationPolicy validationPolicy,
            List<Party> keepers,
            int version) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.name = Objects.requireNonNull(name, "name");
        this.terms = Objects.requireNonNull(terms, "terms");
        this.validationPolicy = Objects.requireNonNull(validationPolicy, "validationPolicy");
        this.keepers = Collections.unmodifiableList(new ArrayList<>(keepers));
        this.version = version;
    }

    /**
     * The first state of a new segment, with the identifier that its facts give it.
     *
     * @param terms what can be changed of it
     * @param validationPolicy the committees that decide about it, and the segment's name
     * @param keepers the members of the registrars' committee
     * @return the state at version 1
     */
    public static SegmentState established(SegmentTerms terms, ValidationPolicy validationPolicy, List<Party> keepers) {
        return new SegmentState(
                foundingId(terms, validationPolicy),
                validationPolicy.getSegment(),
                terms,
                validationPolicy,
                keepers,
                1);
    }

    static UniqueIdentifier foundingId(SegmentTerms terms, ValidationPolicy policy) {
        SelfCertifyingId id = new SelfCertifyingId("org.countersign.segment")
                .with(policy.getSegment())
                .with(policy.getRequirements().size());
        for (AspectRequirement requirement : policy.getRequirements()) {
            id.with(requirement.getAspect().name())
                    .with(requirement.getCommittee().getExternalId())
                    .with(requirement.getOperations().size());
            requirement.getOperations().forEach(operation -> id.with(operation.name()));
        }
        SegmentDigest.add(id, terms);
        return id.build();
    }

    /**
     * The next version, with other terms.
     *
     * @param newTerms the terms from then on
     * @param newKeepers the members of the registrars' committee now
     * @return the same segment, one version later
     */
    public SegmentState amended(SegmentTerms newTerms, List<Party> newKeepers) {
        return new SegmentState(linearId, name, newTerms, validationPolicy, newKeepers, Math.addExact(version, 1));
    }

    /**
     * The committee that admits members: the one beside the registrars, or the registrars if there is none.
     *
     * @return its line in the validation policy
     */
    public AspectRequirement admission() {
        return validationPolicy.getRequirements().stream()
                .filter(requirement -> requirement.getAspect() != Aspect.OWNERSHIP)
                .findFirst()
                .orElseGet(validationPolicy::ownership);
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** What can be changed of it. */
    public SegmentTerms getTerms() {
        return terms;
    }

    /** The committees that decide about it. */
    public ValidationPolicy getValidationPolicy() {
        return validationPolicy;
    }

    /** The members of the registrars' committee when the state was made. */
    public List<Party> getKeepers() {
        return keepers;
    }

    /** 1 when established, one more with every change. */
    public int getVersion() {
        return version;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.unmodifiableList(new ArrayList<>(keepers));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SegmentState)) {
            return false;
        }
        SegmentState that = (SegmentState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && name.equals(that.name)
                && terms.equals(that.terms)
                && validationPolicy.equals(that.validationPolicy)
                && keepers.equals(that.keepers)
                && SegmentTerms.names(keepers).equals(SegmentTerms.names(that.keepers))
                && version == that.version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, version);
    }

    @Override
    public String toString() {
        return "segment " + name + ", version " + version + ", " + terms;
    }
}
