package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;

/** A committee as it is proposed to its members-to-be. */
@CordaSerializable
public final class CommitteeOffer {
    private final String name;
    private final Aspect aspect;
    private final String segment;
    private final List<SeatProposal> seats;
    private final int threshold;
    private final Duration attestationValidity;
    private final List<Party> observers;

    /**
     * Creates an offer.
     *
     * @param name what people will call the committee
     * @param aspect what it is to be competent for
     * @param segment the segment whose securities it is to attest, {@link Segment#WHOLE_NETWORK} for all
     * @param seats who sits on it, with which weight
     * @param threshold the weight that makes a quorum
     * @param attestationValidity how long an attestation may hold at most
     * @param observers the regulators that see what the committee finalises
     */
    public CommitteeOffer(
            String name,
            Aspect aspect,
            String segment,
            List<SeatProposal> seats,
            int threshold,
            Duration attestationValidity,
            List<Party> observers) {
        this.name = Objects.requireNonNull(name, "name");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.segment = Objects.requireNonNull(segment, "segment");
        this.seats = Collections.unmodifiableList(new ArrayList<>(seats));
        this.threshold = threshold;
        this.attestationValidity = Objects.requireNonNull(attestationValidity, "attestationValidity");
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
    }

    /** What people will call the committee. */
    public String getName() {
        return name;
    }

    /** What it is to be competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The segment whose securities it is to attest. */
    public String getSegment() {
        return segment;
    }

    /** Who sits on it, with which weight. */
    public List<SeatProposal> getSeats() {
        return seats;
    }

    /** The weight that makes a quorum. */
    public int getThreshold() {
        return threshold;
    }

    /** How long an attestation may hold at most. */
    public Duration getAttestationValidity() {
        return attestationValidity;
    }

    /** The regulators that see what the committee finalises. */
    public List<Party> getObservers() {
        return observers;
    }

    /** The seat whose weight makes a quorum by itself; nothing where it takes two members at least. */
    Optional<SeatProposal> soleQuorum() {
        return seats.stream().filter(seat -> seat.getWeight() >= threshold).findFirst();
    }

    /** The terms that come of it with the keys that the members give for their seats. */
    CommitteeTerms terms(Map<Party, PublicKey> keys) {
        List<CommitteeMember> members = new ArrayList<>();
        for (SeatProposal seat : seats) {
            members.add(new CommitteeMember(seat.getParty(), keys.get(seat.getParty()), seat.getWeight()));
        }
        return new CommitteeTerms(segment, members, threshold, attestationValidity, observers);
    }

    /** Whether terms are these, whatever the members' keys. */
    boolean isMetBy(CommitteeTerms terms) {
        List<CommitteeMember> members = terms.getMembers();
        boolean same = terms.getSegment().equals(segment)
                && terms.getThreshold() == threshold
                && terms.getAttestationValidity().equals(attestationValidity)
                && sameParties(terms.getObservers(), observers)
                && members.size() == seats.size();
        for (int place = 0; same && place < members.size(); place++) {
            SeatProposal seat = seats.get(place);
            CommitteeMember member = members.get(place);
            same = sameParty(member.getParty(), seat.getParty()) && member.getWeight() == seat.getWeight();
        }
        return same;
    }

    private static boolean sameParties(List<Party> left, List<Party> right) {
        boolean same = left.size() == right.size();
        for (int place = 0; same && place < left.size(); place++) {
            same = sameParty(left.get(place), right.get(place));
        }
        return same;
    }

    // Corda compares parties by key only.
    private static boolean sameParty(Party left, Party right) {
        return left.equals(right) && left.getName().equals(right.getName());
    }
}
