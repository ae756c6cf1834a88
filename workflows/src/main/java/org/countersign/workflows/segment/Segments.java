package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/** Finds segments in this node's vault. Segments are public to members and recorded by all. */
public final class Segments {
    private static final int PAGE_SIZE = 200;

    private Segments() {}

    /**
     * All current segments that this node knows, of registrars that count here.
     *
     * @param services the node's services
     * @return the unconsumed segments
     */
    public static List<StateAndRef<SegmentState>> all(ServiceHub services) {
        List<StateAndRef<SegmentState>> known = known(services);
        if (known.isEmpty()) {
            return known;
        }
        Set<String> trusted = Committees.all(services).stream()
                .map(committee -> committee.getState().getData().getLinearId().getExternalId())
                .collect(Collectors.toSet());
        known.removeIf(segment ->
                !trusted.contains(registrars(segment.getState().getData()).getExternalId()));
        return known;
    }

    /**
     * The segment of a security: of the name and the registrars that its policy names.
     *
     * @param services the node's services
     * @param policy the validation policy of the security
     * @return the segment, or nothing if none is established
     */
    public static Optional<StateAndRef<SegmentState>> of(ServiceHub services, ValidationPolicy policy) {
        // Most securities are in no segment; they shall cost no query.
        if (policy.getSegment().equals(Segment.WHOLE_NETWORK)) {
            return Optional.empty();
        }
        return known(services).stream()
                .filter(segment -> isOf(policy, segment.getState().getData()))
                .findFirst();
    }

    /** Whether a security of this policy is in a segment: it names the segment, and the segment's registrars. */
    static boolean isOf(ValidationPolicy policy, SegmentState segment) {
        return policy.getSegment().equals(segment.getName())
                && SelfCertifyingId.same(policy.ownership().getCommittee(), registrars(segment));
    }

    /**
     * The current segment of an identifier.
     *
     * @param services the node's services
     * @param id the self-certifying identifier
     * @return the segment, or nothing if this node does not know it
     */
    public static Optional<StateAndRef<SegmentState>> byId(ServiceHub services, UniqueIdentifier id) {
        return known(services).stream()
                .filter(segment ->
                        SelfCertifyingId.same(segment.getState().getData().getLinearId(), id))
                .findFirst();
    }

    /**
     * The one current segment of a name.
     *
     * @param services the node's services
     * @param name what people call the segment
     * @return its current version
     * @throws FlowException if this node knows none or several of that name
     */
    public static StateAndRef<SegmentState> only(ServiceHub services, String name) throws FlowException {
        List<StateAndRef<SegmentState>> named = all(services);
        named.removeIf(segment -> !segment.getState().getData().getName().equals(name));
        if (named.size() != 1) {
            throw new WorkflowException(
                    "This node knows " + (named.isEmpty() ? "no segment" : named.size() + " segments") + " named '"
                            + name + "'.",
                    named.isEmpty()
                            ? "Name one of those that 'segment list' shows."
                            : "Its operator names the institutions that count in committees.authorities.");
        }
        return named.get(0);
    }

    /**
     * Who observes a security through its segment.
     *
     * @param services the node's services
     * @param policy the validation policy of the security
     * @return the regulators of the segment; none if no segment is established
     */
    public static List<Party> observers(ServiceHub services, ValidationPolicy policy) {
        return of(services, policy)
                .map(segment -> segment.getState().getData().getTerms().getObservers())
                .orElse(Collections.emptyList());
    }

    private static UniqueIdentifier registrars(SegmentState segment) {
        return segment.getValidationPolicy().ownership().getCommittee();
    }

    private static List<StateAndRef<SegmentState>> known(ServiceHub services) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(SegmentState.class));
        List<StateAndRef<SegmentState>> found = new ArrayList<>();
        Vault.Page<SegmentState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(SegmentState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            found.addAll(page.getStates());
        } while (found.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return latest(found);
    }

    // The vault takes in what a transaction references. A version that was superseded before this node first heard of
    // it stands there beside the current one for ever.
    private static List<StateAndRef<SegmentState>> latest(List<StateAndRef<SegmentState>> found) {
        Map<String, StateAndRef<SegmentState>> latest = new LinkedHashMap<>();
        for (StateAndRef<SegmentState> segment : found) {
            latest.merge(
                    segment.getState().getData().getLinearId().getExternalId(),
                    segment,
                    (one, other) -> version(one) >= version(other) ? one : other);
        }
        return new ArrayList<>(latest.values());
    }

    private static int version(StateAndRef<SegmentState> segment) {
        return segment.getState().getData().getVersion();
    }
}
