package org.countersign.client.cli.bench;

/**
 * How often each operation is run.
 *
 * @param warmup rounds before the measurement, whose times are thrown away; 0 or more
 * @param measured rounds that are measured; 1 or more
 */
record Rounds(int warmup, int measured) {
    /** All rounds. */
    long total() {
        return (long) warmup + measured;
    }

    /**
     * Whether a round is measured.
     *
     * @param round counted from 1
     */
    boolean counts(long round) {
        return round > warmup;
    }

    /**
     * What a round is called while it runs.
     *
     * @param round counted from 1
     * @return for example {@code measuring, round 3 of 30}
     */
    String stage(long round) {
        return counts(round)
                ? "measuring, round " + (round - warmup) + " of " + measured
                : "warming up, round " + round + " of " + warmup;
    }
}
