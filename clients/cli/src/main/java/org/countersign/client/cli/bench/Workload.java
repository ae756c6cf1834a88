package org.countersign.client.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/**
 * How often each operation is run, and by how many clients at once.
 *
 * @param clients how many clients run operations at the same time; 1 to 32
 * @param warmup operations of each kind before the measurement, whose times are thrown away; 0 or more
 * @param measured operations of each kind that are measured; 1 or more
 * @param block operations of a kind that are run before those of the next kind; 1 or more
 */
record Workload(int clients, int warmup, int measured, int block) {
    private static final int MOST_CLIENTS = 32;

    /** Refuses what cannot be measured. */
    Workload {
        if (measured < 1 || warmup < 0) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "There is nothing to measure in " + measured + " operations after " + warmup + ".",
                    "Give a --count of at least 1 and a --warmup of at least 0.");
        }
        if (clients < 1 || clients > MOST_CLIENTS || block < 1) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "Nothing can be measured with " + clients + " clients in blocks of " + block + ".",
                    "Give --clients of 1 to " + MOST_CLIENTS + " and a --block of at least 1.");
        }
    }

    /** All operations of one kind. */
    long total() {
        return (long) warmup + measured;
    }

    /** The sizes of the measured blocks of one kind, in order; the last may be smaller than the others. */
    List<Integer> blocks() {
        List<Integer> blocks = new ArrayList<>();
        for (int left = measured; left > 0; left -= block) {
            blocks.add(Math.min(left, block));
        }
        return blocks;
    }

    /**
     * Holdings that let all clients transfer at the same time: while one is being spent its change is not there yet,
     * and the next operation of the same client starts before that has been recorded.
     */
    int holdings() {
        return 2 * clients;
    }
}
