package org.countersign.deploy.topology;

import java.time.Duration;
import java.util.Objects;

/** How patient flows are, and which offers a member accepts by itself. */
public final class FlowSettings {
    private final Duration timeWindow;
    private final Duration clockTolerance;
    private final Duration attestationTimeout;
    private final Duration registrarTimeout;
    private final Acceptance freeOfPayment;
    private final Acceptance againstPayment;

    FlowSettings(
            Duration timeWindow,
            Duration clockTolerance,
            Duration attestationTimeout,
            Duration registrarTimeout,
            Acceptance freeOfPayment,
            Acceptance againstPayment) {
        this.timeWindow = Objects.requireNonNull(timeWindow, "timeWindow");
        this.clockTolerance = Objects.requireNonNull(clockTolerance, "clockTolerance");
        this.attestationTimeout = Objects.requireNonNull(attestationTimeout, "attestationTimeout");
        this.registrarTimeout = Objects.requireNonNull(registrarTimeout, "registrarTimeout");
        this.freeOfPayment = Objects.requireNonNull(freeOfPayment, "freeOfPayment");
        this.againstPayment = Objects.requireNonNull(againstPayment, "againstPayment");
    }

    /** The width of a transaction's time-window. */
    public Duration getTimeWindow() {
        return timeWindow;
    }

    /** How far the clocks of members may be apart. */
    public Duration getClockTolerance() {
        return clockTolerance;
    }

    /** How long an initiator waits for a committee's quorum. */
    public Duration getAttestationTimeout() {
        return attestationTimeout;
    }

    /** How long it waits for the registrars. */
    public Duration getRegistrarTimeout() {
        return registrarTimeout;
    }

    /** Whether deliveries without payment are accepted unasked. */
    public Acceptance getFreeOfPayment() {
        return freeOfPayment;
    }

    /** Whether purchases are accepted unasked. */
    public Acceptance getAgainstPayment() {
        return againstPayment;
    }

    /** Whether an offer is accepted as it comes or only if somebody affirmed the trade before. */
    public enum Acceptance {
        /** As it comes. */
        AUTOMATIC,
        /** Only if the trade was affirmed. */
        AFFIRMED
    }
}
