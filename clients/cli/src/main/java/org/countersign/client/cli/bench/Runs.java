package org.countersign.client.cli.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countersign.client.cli.answer.Failure;

/** What came of the runs of one operation while they are made, by any number of clients. */
final class Runs {
    private static final int NANOS_DIGITS = 9;
    private static final int RATE_DIGITS = 4;

    private final List<Long> nanos = new ArrayList<>();
    private final Map<String, Duration> processor = new TreeMap<>();
    private long wall;
    private int failures;
    private String firstFailure;

    /**
     * A run that counts came to its result.
     *
     * @param elapsed from the start of the flow to its result, in nanoseconds
     */
    synchronized void took(long elapsed) {
        nanos.add(elapsed);
    }

    /**
     * A block that counts is over.
     *
     * @param elapsed from its first start until no node was busy with it any more, in nanoseconds
     */
    synchronized void blockTook(long elapsed) {
        wall += elapsed;
    }

    /**
     * What the nodes' processes took of the processors for a block that counts.
     *
     * @param before by node, when the block started; nothing if it is not known
     * @param after by node, when it was over
     */
    synchronized void blockCost(Map<String, Duration> before, Map<String, Duration> after) {
        if (before.keySet().equals(after.keySet())) {
            after.forEach((node, taken) -> processor.merge(node, taken.minus(before.get(node)), Duration::plus));
        }
    }

    /** Processor milliseconds for each completed run, by node; nothing if they are not known. */
    synchronized Map<String, BigDecimal> processorMillis() {
        Map<String, BigDecimal> millis = new TreeMap<>();
        if (!nanos.isEmpty()) {
            processor.forEach((node, taken) -> millis.put(
                    node,
                    BigDecimal.valueOf(taken.toMillis())
                            .divide(BigDecimal.valueOf(nanos.size()), 1, RoundingMode.HALF_UP)));
        }
        return millis;
    }

    /**
     * A run failed; those to warm up are told here as well.
     *
     * @param failure why
     */
    synchronized void failed(Failure failure) {
        failures++;
        if (firstFailure == null) {
            firstFailure = failure.getMessage();
        }
    }

    /** How long the runs took; nothing if none came to a result. */
    synchronized Optional<Latencies> latencies() {
        return nanos.isEmpty() ? Optional.empty() : Optional.of(new Latencies(nanos));
    }

    /** The single durations, in nanoseconds, in the order in which the runs came to their results. */
    synchronized List<Long> nanos() {
        return List.copyOf(nanos);
    }

    /** How long all blocks took together, in nanoseconds. */
    synchronized long wall() {
        return wall;
    }

    /** Completed runs per second of all blocks; nothing if none came to a result. */
    synchronized Optional<BigDecimal> throughput() {
        if (nanos.isEmpty() || wall == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(nanos.size())
                .divide(BigDecimal.valueOf(wall, NANOS_DIGITS), RATE_DIGITS, RoundingMode.HALF_UP));
    }

    /** How many runs failed. */
    synchronized int failures() {
        return failures;
    }

    /** What the first failure said, or null if there was none. */
    synchronized String firstFailure() {
        return firstFailure;
    }
}
