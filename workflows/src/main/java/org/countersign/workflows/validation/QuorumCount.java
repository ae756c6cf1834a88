package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;

/**
 * Counts the votes of several benches. It knows nothing of signatures, threads or time, so that its arithmetic can be
 * tested for itself: a quorum is reached by the weight of those who attest, and out of reach when what those leave who
 * do not attest is less than the threshold.
 */
final class QuorumCount {
    private final List<Bench> benches;
    private final Map<Bench, Long> reached = new HashMap<>();
    private final Map<Bench, Long> lost = new HashMap<>();
    private final Map<Bench, Long> superseded = new HashMap<>();
    private final Set<Seat> heard = new LinkedHashSet<>();

    /** Starts a count in which nobody has answered. */
    QuorumCount(List<Bench> benches) {
        this.benches = new ArrayList<>(benches);
    }

    /** A seat attests. */
    void attested(Bench bench, Seat seat) {
        if (heard.add(seat)) {
            reached.merge(bench, (long) seat.getWeight(), Math::addExact);
        }
    }

    /** A seat does not attest: it refuses, misbehaves or breaks off. */
    void refused(Bench bench, Seat seat) {
        if (heard.add(seat)) {
            lost.merge(bench, (long) seat.getWeight(), Math::addExact);
        }
    }

    /** A seat does not attest because of what has been superseded; it may attest a transaction that is built anew. */
    void superseded(Bench bench, Seat seat) {
        if (!heard.contains(seat)) {
            superseded.merge(bench, (long) seat.getWeight(), Math::addExact);
        }
        refused(bench, seat);
    }

    /** The names of the committees whose quorum is not reached. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        for (Bench bench : benches) {
            if (!isReached(bench)) {
                open.add(bench.getCommitteeName());
            }
        }
        return open;
    }

    /** Whether a quorum can no longer be reached, whatever those say who have not answered. */
    boolean isHopeless() {
        return benches.stream().anyMatch(bench -> !canReach(bench, lost.getOrDefault(bench, 0L)));
    }

    /**
     * Whether somebody does not attest because of what has been superseded, and what the others refuse for leaves a
     * quorum to every bench. Where it does not, a transaction that is built anew would be refused as well.
     */
    boolean mayPassWhenRebuilt() {
        return !superseded.isEmpty()
                && benches.stream()
                        .allMatch(bench ->
                                canReach(bench, lost.getOrDefault(bench, 0L) - superseded.getOrDefault(bench, 0L)));
    }

    private boolean canReach(Bench bench, long without) {
        long all = bench.getSeats().stream().mapToLong(Seat::getWeight).sum();
        return isReached(bench) || all - without >= bench.getThreshold();
    }

    /** Who has not answered and is still needed. */
    List<CordaX500Name> silent() {
        Set<CordaX500Name> silent = new LinkedHashSet<>();
        for (Bench bench : benches) {
            if (isReached(bench)) {
                // Who was not needed any more has not failed to answer.
                continue;
            }
            for (Seat seat : bench.getSeats()) {
                if (!heard.contains(seat)) {
                    silent.add(seat.getParty().getName());
                }
            }
        }
        return new ArrayList<>(silent);
    }

    private boolean isReached(Bench bench) {
        return reached.getOrDefault(bench, 0L) >= bench.getThreshold();
    }
}
