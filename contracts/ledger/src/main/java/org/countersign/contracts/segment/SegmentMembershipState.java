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

/**
 * One party's membership in one segment, from the application to its end.
 *
 * <p>It is known to the member, to the authorities that decide about it, to the registrars who enforce it and to the
 * regulators who observe the segment, and to nobody else. A list of all members in one state would be shown to every
 * member whom it concerns; so each membership is a state of its own.
 */
@BelongsToContract(SegmentMembershipContract.class)
public final class SegmentMembershipState implements LinearState {
    private final UniqueIdentifier linearId;
    private final UniqueIdentifier segment;
    private final Party member;
    private final List<MembershipEvidence> evidence;
    private final MembershipStanding standing;
    private final List<Party> keepers;

    /**
     * Creates a state.
     *
     * @param linearId any UUID, and as external id the digest of segment and member, by which it is found
     * @param segment the segment's self-certifying identifier
     * @param member whose membership it is
     * @param evidence what the application referred to
     * @param standing how it stands with the membership, and why
     * @param keepers the segment's keepers; without all of them nobody moves the state to another notary
     */
    public SegmentMembershipState(
            UniqueIdentifier linearId,
            UniqueIdentifier segment,
            Party member,
            List<MembershipEvidence> evidence,
            MembershipStanding standing,
            List<Party> keepers) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.segment = Objects.requireNonNull(segment, "segment");
        this.member = Objects.requireNonNull(member, "member");
        this.evidence = Collections.unmodifiableList(new ArrayList<>(evidence));
        this.standing = Objects.requireNonNull(standing, "standing");
        this.keepers = Collections.unmodifiableList(new ArrayList<>(keepers));
    }

    /**
     * The external id of every membership of a party in a segment.
     *
     * @param segment the segment's self-certifying identifier
     * @param member whose memberships
     * @return a SHA-256 digest in hexadecimal
     */
    public static String externalIdOf(UniqueIdentifier segment, Party member) {
        return new SelfCertifyingId("org.countersign.membership")
                .with(segment.getExternalId())
                .with(member)
                .build()
                .getExternalId();
    }

    /**
     * The membership with another standing.
     *
     * @param newStanding how it stands from then on
     * @param newKeepers the segment's keepers now
     * @return the same membership otherwise
     */
    public SegmentMembershipState with(MembershipStanding newStanding, List<Party> newKeepers) {
        return new SegmentMembershipState(linearId, segment, member, evidence, newStanding, newKeepers);
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** The segment's self-certifying identifier. */
    public UniqueIdentifier getSegment() {
        return segment;
    }

    /** Whose membership it is. */
    public Party getMember() {
        return member;
    }

    /** What the application referred to. */
    public List<MembershipEvidence> getEvidence() {
        return evidence;
    }

    /** How it stands with the membership, and why. */
    public MembershipStanding getStanding() {
        return standing;
    }

    /** The segment's keepers when the state was made. */
    public List<Party> getKeepers() {
        return keepers;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        List<AbstractParty> participants = new ArrayList<>(keepers);
        participants.add(member);
        return Collections.unmodifiableList(participants);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SegmentMembershipState)) {
            return false;
        }
        SegmentMembershipState that = (SegmentMembershipState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && SelfCertifyingId.same(segment, that.segment)
                && member.equals(that.member)
                // Corda compares parties by key only.
                && member.getName().equals(that.member.getName())
                && evidence.equals(that.evidence)
                && standing.equals(that.standing)
                && keepers.equals(that.keepers)
                && SegmentTerms.names(keepers).equals(SegmentTerms.names(that.keepers));
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, member, standing);
    }

    @Override
    public String toString() {
        return "membership of " + member.getName().getOrganisation() + " in segment " + segment.getExternalId() + ": "
                + standing;
    }
}
