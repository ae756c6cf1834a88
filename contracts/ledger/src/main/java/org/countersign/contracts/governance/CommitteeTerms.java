package org.countersign.contracts.governance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.segment.Segment;

/**
 * What a committee's members agree on: its segment, seats, threshold, how long an attestation may hold, and who
 * observes.
 */
@CordaSerializable
public final class CommitteeTerms {
    private final String segment;
    private final List<CommitteeMember> members;
    private final int threshold;
    private final Duration attestationValidity;
    private final List<Party> observers;

    /**
     * Creates terms.
     *
     * @param segment the segment whose securities the committee attests, {@link Segment#WHOLE_NETWORK} for all
     * @param members the seats, two or more, each party and each key once
     * @param threshold the weight that makes a quorum, between 1 and the sum of all weights; of registrars more than
     *     half of the sum
     * @param attestationValidity how long an attestation may hold at most, more than zero, for example two minutes
     * @param observers the regulators to whom registrars send every transaction that they finalise; may be empty
     */
    public CommitteeTerms(
            String segment,
            List<CommitteeMember> members,
            int threshold,
            Duration attestationValidity,
            List<Party> observers) {
        this.segment = Objects.requireNonNull(segment, "segment");
        this.members = Collections.unmodifiableList(new ArrayList<>(members));
        this.threshold = threshold;
        this.attestationValidity = Objects.requireNonNull(attestationValidity, "attestationValidity");
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
    }

    /** The segment whose securities the committee attests. */
    public String getSegment() {
        return segment;
    }

    /** The seats. */
    public List<CommitteeMember> getMembers() {
        return members;
    }

    /** The weight that makes a quorum. */
    public int getThreshold() {
        return threshold;
    }

    /** How long an attestation may hold at most. */
    public Duration getAttestationValidity() {
        return attestationValidity;
    }

    /** The regulators that get to see every transaction that this committee finalises. */
    public List<Party> getObservers() {
        return observers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CommitteeTerms)) {
            return false;
        }
        CommitteeTerms that = (CommitteeTerms) other;
        return segment.equals(that.segment)
                && members.equals(that.members)
                && threshold == that.threshold
                && attestationValidity.equals(that.attestationValidity)
                && observers.equals(that.observers)
                // Corda compares parties by key only.
                && names(observers).equals(names(that.observers));
    }

    private static List<CordaX500Name> names(List<Party> parties) {
        return parties.stream().map(Party::getName).collect(Collectors.toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(segment, members, threshold, attestationValidity, observers);
    }

    @Override
    public String toString() {
        return threshold + " of " + members + " in segment " + segment;
    }
}
