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
        for (Bench bench : benches) {
            long all = bench.getSeats().stream().mapToLong(Seat::getWeight).sum();
            if (!isReached(bench) && all - lost.getOrDefault(bench, 0L) < bench.getThreshold()) {
                return true;
            }
        }
        return false;
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
