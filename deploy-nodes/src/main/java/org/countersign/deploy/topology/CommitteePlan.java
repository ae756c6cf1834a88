package org.countersign.deploy.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.countersign.contracts.validation.Aspect;

/** A committee that is to be formed when the network first comes up. */
public final class CommitteePlan {
    private final String name;
    private final Aspect aspect;
    private final String segment;
    private final List<Seat> seats;
    private final int threshold;
    private final Duration attestationValidity;
    private final List<String> observerIds;
    private final List<ProviderPlan> providers;

    CommitteePlan(
            String name,
            Aspect aspect,
            String segment,
            List<Seat> seats,
            int threshold,
            Duration attestationValidity,
            List<String> observerIds) {
        this(name, aspect, segment, seats, threshold, attestationValidity, observerIds, Collections.emptyList());
    }

    private CommitteePlan(
            String name,
            Aspect aspect,
            String segment,
            List<Seat> seats,
            int threshold,
            Duration attestationValidity,
            List<String> observerIds,
            List<ProviderPlan> providers) {
        this.name = Objects.requireNonNull(name, "name");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.segment = Objects.requireNonNull(segment, "segment");
        this.seats = Collections.unmodifiableList(new ArrayList<>(seats));
        this.threshold = threshold;
        this.attestationValidity = Objects.requireNonNull(attestationValidity, "attestationValidity");
        this.observerIds = Collections.unmodifiableList(new ArrayList<>(observerIds));
        this.providers = Collections.unmodifiableList(new ArrayList<>(providers));
    }

    /** The same committee, accepting these providers. */
    CommitteePlan accepting(List<ProviderPlan> accepted) {
        return new CommitteePlan(name, aspect, segment, seats, threshold, attestationValidity, observerIds, accepted);
    }

    /** What people call it. */
    public String getName() {
        return name;
    }

    /** What it is competent for. */
    public Aspect getAspect() {
        return aspect;
    }

    /** The segment whose securities it attests; {@code network} for those of every segment. */
    public String getSegment() {
        return segment;
    }

    /** Who sits on it, with which weight. */
    public List<Seat> getSeats() {
        return seats;
    }

    /** The weight that an attestation needs. */
    public int getThreshold() {
        return threshold;
    }

    /** For how long an attestation of it holds. */
    public Duration getAttestationValidity() {
        return attestationValidity;
    }

    /** Members that receive what it attests. */
    public List<String> getObserverIds() {
        return observerIds;
    }

    /** Whose credentials it accepts; only a committee for IDENTITY accepts any. */
    public List<ProviderPlan> getProviders() {
        return providers;
    }
}
