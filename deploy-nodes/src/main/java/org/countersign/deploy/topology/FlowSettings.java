package org.countersign.deploy.topology;

import java.time.Duration;

/** How patient flows are, and which offers a member accepts by itself. */
public final class FlowSettings {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Duration timeWindow;
    private final Duration clockTolerance;
    private final Duration attestationTimeout;
    private final Duration registrarTimeout;
    private final Duration nextRegistrar;
    private final Duration agreementTimeout;
    private final Acceptance freeOfPayment;
    private final Acceptance againstPayment;

    FlowSettings(Section section) {
        section.allowOnly(
                "timeWindow",
                "clockTolerance",
                "attestationTimeout",
                "registrarTimeout",
                "nextRegistrar",
                "agreementTimeout",
                "acceptance");
        this.timeWindow = section.duration("timeWindow", SECOND, HOUR);
        this.clockTolerance = section.duration("clockTolerance", Duration.ZERO, HOUR);
        this.attestationTimeout = section.duration("attestationTimeout", SECOND, HOUR);
        this.registrarTimeout = section.duration("registrarTimeout", SECOND, HOUR);
        this.nextRegistrar = section.duration("nextRegistrar", SECOND, HOUR);
        this.agreementTimeout = section.duration("agreementTimeout", SECOND, HOUR);
        Section acceptance = section.section("acceptance").allowOnly("freeOfPayment", "againstPayment");
        this.freeOfPayment = acceptance.choice("freeOfPayment", Acceptance.class);
        this.againstPayment = acceptance.choice("againstPayment", Acceptance.class);
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

    /** How long it waits for a registrar. */
    public Duration getRegistrarTimeout() {
        return registrarTimeout;
    }

    /** How long it waits for a registrar before it asks the next one as well. */
    public Duration getNextRegistrar() {
        return nextRegistrar;
    }

    /** How long it waits for its counterparty, and a buyer keeps reserved what it has offered. */
    public Duration getAgreementTimeout() {
        return agreementTimeout;
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
