package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;

/** The seats of one committee that are to be asked, and the weight that they have to bring together. */
@CordaSerializable
public final class Bench {
    private final Aspect aspect;
    private final String committeeName;
    private final List<Seat> seats;
    private final int threshold;

    /**
     * Creates a bench.
     *
     * @param aspect what is asked
     * @param committeeName what people call the committee
     * @param seats who is asked
     * @param threshold the weight needed from these seats, at least 0
     */
    public Bench(Aspect aspect, String committeeName, List<Seat> seats, int threshold) {
        this.aspect = aspect;
        this.committeeName = committeeName;
        this.seats = Collections.unmodifiableList(new ArrayList<>(seats));
        this.threshold = threshold;
    }

    /**
     * The whole committee.
     *
     * @param committee the committee
     * @return all of its seats and its threshold
     */
    public static Bench of(CommitteeState committee) {
        return new Bench(
                committee.getAspect(),
                committee.getName(),
                committee.getTerms().getMembers().stream()
                        .map(member -> Seat.of(committee.getAspect(), member))
                        .collect(Collectors.toList()),
                committee.getTerms().getThreshold());
    }

    /**
     * The committee but for one member, who adds its own vote afterwards.
     *
     * @param party the member that is left out
     * @return the other seats and the weight that they have to bring together
     */
    public Bench without(Party party) {
        int own = seats.stream()
                .filter(seat -> seat.getParty().equals(party))
                .mapToInt(Seat::getWeight)
                .sum();
        return new Bench(
                aspect,
                committeeName,
                seats.stream().filter(seat -> !seat.getParty().equals(party)).collect(Collectors.toList()),
                Math.max(0, threshold - own));
    }

    /** What is asked. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What people call the committee. */
    public String getCommitteeName() {
        return committeeName;
    }

    /** Who is asked. */
    public List<Seat> getSeats() {
        return seats;
    }

    /** The weight needed from these seats. */
    public int getThreshold() {
        return threshold;
    }
}
