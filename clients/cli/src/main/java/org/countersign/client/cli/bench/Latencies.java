package org.countersign.client.cli.bench;

import java.util.Arrays;
import java.util.List;

/** How long the runs of one operation took, in nanoseconds; at least one run. */
final class Latencies {
    private final long[] ascending;

    /**
     * Keeps a sorted copy.
     *
     * @param nanos one duration per run, in any order
     * @throws IllegalArgumentException if there is none: nothing can be said about no runs
     */
    Latencies(List<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("There are no runs to speak of.");
        }
        ascending = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The number of runs. */
    int count() {
        return ascending.length;
    }

    /**
     * The nearest-rank percentile: the smallest duration that at least so many percent of the runs did not exceed. It
     * is always one of the durations, never a value between two of them.
     *
     * @param percent 1 to 100
     * @return nanoseconds
     * @throws IllegalArgumentException if {@code percent} is out of range
     */
    long percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentile is of 1 to 100 percent, not of " + percent + ".");
        }
        long rank = ((long) percent * ascending.length + 99) / 100;
        return ascending[(int) rank - 1];
    }

    /** The 50th percentile by nearest rank, in nanoseconds. */
    long median() {
        return percentile(50);
    }

    /** The shortest run, in nanoseconds. */
    long min() {
        return ascending[0];
    }

    /** The longest run, in nanoseconds. */
    long max() {
        return ascending[ascending.length - 1];
    }

    @Override
    public String toString() {
        return Arrays.toString(ascending) + " ns";
    }
}
