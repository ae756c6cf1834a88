package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;

/**
 * Finds memberships in this node's vault. Only authorities of a segment, its registrars and its regulators have all of
 * them; a member has its own.
 */
final class Memberships {
    private static final int PAGE_SIZE = 200;

    private Memberships() {}

    /** All memberships of a segment that this node knows, whatever their standing, by member. */
    static List<StateAndRef<SegmentMembershipState>> in(ServiceHub services, SegmentState segment) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(SegmentMembershipState.class));
        List<StateAndRef<SegmentMembershipState>> found = query(services, criteria);
        found.removeIf(membership -> !isOf(membership, segment));
        found.sort(Comparator.comparing(membership ->
                membership.getState().getData().getMember().getName().toString()));
        return found;
    }

    /** All memberships of one party in a segment, in an order that is the same at every node. */
    static List<StateAndRef<SegmentMembershipState>> of(ServiceHub services, SegmentState segment, Party member) {
        QueryCriteria criteria = new QueryCriteria.LinearStateQueryCriteria(
                null,
                null,
                Collections.singletonList(SegmentMembershipState.externalIdOf(segment.getLinearId(), member)),
                Vault.StateStatus.UNCONSUMED,
                Collections.singleton(SegmentMembershipState.class));
        List<StateAndRef<SegmentMembershipState>> found = query(services, criteria);
        found.removeIf(membership -> !isOf(membership, segment)
                || !membership.getState().getData().getMember().equals(member));
        found.sort(Comparator.comparing(membership -> membership.getRef().toString()));
        return found;
    }

    /**
     * How it stands with a party in a segment. A membership that was moved to another notary than the segment's is
     * none: no decision about it could be carried out any more.
     */
    static Optional<MembershipStatus> standing(ServiceHub services, StateAndRef<SegmentState> segment, Party member) {
        Optional<MembershipStatus> standing = Optional.empty();
        for (StateAndRef<SegmentMembershipState> membership :
                of(services, segment.getState().getData(), member)) {
            MembershipStatus status =
                    membership.getState().getData().getStanding().getStatus();
            boolean reachable =
                    membership.getState().getNotary().equals(segment.getState().getNotary());
            if (status == MembershipStatus.SUSPENDED) {
                return Optional.of(status);
            }
            boolean counts = reachable && (status == MembershipStatus.GRANTED || status == MembershipStatus.ENDED);
            if (counts && standing.orElse(null) != MembershipStatus.GRANTED) {
                standing = Optional.of(status);
            }
        }
        return standing;
    }

    private static boolean isOf(StateAndRef<SegmentMembershipState> membership, SegmentState segment) {
        return SelfCertifyingId.same(membership.getState().getData().getSegment(), segment.getLinearId());
    }

    private static List<StateAndRef<SegmentMembershipState>> query(ServiceHub services, QueryCriteria criteria) {
        List<StateAndRef<SegmentMembershipState>> found = new ArrayList<>();
        Vault.Page<SegmentMembershipState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(SegmentMembershipState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            found.addAll(page.getStates());
        } while (found.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return found;
    }
}
