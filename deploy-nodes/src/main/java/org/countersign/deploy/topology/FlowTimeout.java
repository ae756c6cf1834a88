package org.countersign.deploy.topology;

import java.time.Duration;
import java.util.Objects;

/** When a node asks the notary again: Corda's {@code flowTimeout}. */
public final class FlowTimeout {
    private final Duration timeout;
    private final int maximumRestarts;
    private final double backoff;

    FlowTimeout(Duration timeout, int maximumRestarts, double backoff) {
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.maximumRestarts = maximumRestarts;
        this.backoff = backoff;
    }

    /** How long the first attempt may take. */
    public Duration getTimeout() {
        return timeout;
    }

    /** How often it is repeated. */
    public int getMaximumRestarts() {
        return maximumRestarts;
    }

    /** The factor by which each attempt may take longer than the one before. */
    public double getBackoff() {
        return backoff;
    }
}
