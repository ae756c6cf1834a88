package org.countersign.client.cli.bench;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/**
 * Waits until nothing runs any more. What nothing happens to for a long time is given up and not waited for again: when
 * a notary's client times out and asks another member, the platform leaves the first one's flow waiting for ever.
 */
final class QuietWatch {
    /** How long flows may go on beginning and ending. */
    static final Duration PATIENCE = Duration.ofMinutes(5);
    /** After how long without a change flows are given up; longer than any time-out within a transfer. */
    static final Duration STUCK = Duration.ofSeconds(40);

    private final Supplier<Set<String>> flows;
    private final LongSupplier clock;
    private final Runnable pause;
    private final Set<String> givenUp = new HashSet<>();

    /**
     * Creates a watch.
     *
     * @param flows says which flows run
     * @param clock says what time it is, in nanoseconds
     * @param pause lets a little time pass
     */
    QuietWatch(Supplier<Set<String>> flows, LongSupplier clock, Runnable pause) {
        this.flows = flows;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Waits.
     *
     * @return since when nothing has run, by the clock; if flows were given up, since when nothing has happened to them
     * @throws Failure if flows begin and end for longer than {@link #PATIENCE}
     */
    long await() {
        long began = clock.getAsLong();
        long changed = began;
        Set<String> before = Set.of();
        for (Set<String> running = running(); !running.isEmpty(); running = running()) {
            long now = clock.getAsLong();
            if (!running.equals(before)) {
                before = running;
                changed = now;
            } else if (now - changed >= STUCK.toNanos()) {
                givenUp.addAll(running);
                return changed;
            }
            if (now - began >= PATIENCE.toNanos()) {
                throw new Failure(
                        FailureCode.REFUSED,
                        "The nodes have been running flows of others for " + PATIENCE.toSeconds()
                                + " seconds; what is measured beside them means nothing.",
                        "Measure on a network that nobody else uses: ./countersign up --fresh.");
            }
            pause.run();
        }
        return clock.getAsLong();
    }

    /** How many flows were given up. */
    int givenUp() {
        return givenUp.size();
    }

    private Set<String> running() {
        Set<String> running = new HashSet<>(flows.get());
        running.removeAll(givenUp);
        return running;
    }
}
