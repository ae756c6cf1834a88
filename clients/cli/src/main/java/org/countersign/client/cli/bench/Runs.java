package org.countersign.client.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.client.cli.answer.Failure;

/** What came of the runs of one operation while they are made. */
final class Runs {
    private final List<Long> nanos = new ArrayList<>();
    private int failures;
    private String firstFailure;

    /**
     * A run that counts came to its result.
     *
     * @param elapsed from the start of the flow to its result, in nanoseconds
     */
    void took(long elapsed) {
        nanos.add(elapsed);
    }

    /**
     * A run failed; those to warm up are told here as well.
     *
     * @param failure why
     */
    void failed(Failure failure) {
        failures++;
        if (firstFailure == null) {
            firstFailure = failure.getMessage();
        }
    }

    /** How long the runs took; nothing if none came to a result. */
    Optional<Latencies> latencies() {
        return nanos.isEmpty() ? Optional.empty() : Optional.of(new Latencies(nanos));
    }

    /** How many runs failed. */
    int failures() {
        return failures;
    }

    /** What the first failure said, or null if there was none. */
    String firstFailure() {
        return firstFailure;
    }
}
