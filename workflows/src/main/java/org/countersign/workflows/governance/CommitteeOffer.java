package org.countersign.workflows.governance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;

/** A committee as it is proposed to its members-to-be. */
@CordaSerializable
public final class CommitteeOffer {
    private final String name;
    private final Aspect aspect;
    private final List<SeatProposal> seats;
    private final int threshold;
    private final Duration attestationValidity;
    private final List<Party> observers;

    /**
     * Creates an offer.
     *
     * @param name what people will call the committee
     * @param aspect what it is to be competent for
     * @param seats who sits on it, with which weight
     * @param threshold the weight that makes a quorum
     * @param attestationValidity how long an attestation may hold at most
     * @param observers the regulators that see what the committee finalises
     */
    public CommitteeOffer(
            String name,
            Aspect aspect,
            List<SeatProposal> seats,
            int threshold,
            Duration attestationValidity,
            List<Party> observers) {
        this.name = Objects.requireNonNull(name, "name");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.seats = Collections.unmodifiableList(new ArrayList<>(seats));
        this.threshold = threshold;
        this.attestationValidity = Objects.requireNonNull(attestationValidity, "attestationValidity");
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
    }

    /** What people will call the committee. */
    public String getName() {
        return name;
    }

    /** What it is to be competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** Who sits on it, with which weight. */
    public List<SeatProposal> getSeats() {
        return seats;
    }

    /** The weight that makes a quorum. */
    public int getThreshold() {
        return threshold;
    }

    /** How long an attestation may hold at most. */
    public Duration getAttestationValidity() {
        return attestationValidity;
    }

    /** The regulators that see what the committee finalises. */
    public List<Party> getObservers() {
        return observers;
    }
}
