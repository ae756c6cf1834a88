package org.countersign.workflows.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.segment.SegmentRefusal.Requirement;

/**
 * A decision about a segment or a membership is carried out once the operators of those who answer for it have taken
 * it: of a segment the registrars' too, whom it binds; of a membership those of the committee that admits.
 */
final class DecisionRule {
    private final ServiceHub services;
    private final LedgerTransaction ledger;

    DecisionRule(ServiceHub services, LedgerTransaction ledger) {
        this.services = services;
        this.ledger = ledger;
    }

    /** Checks a decision for a member of a committee that is to attest it; returns what only one decision can have. */
    List<String> check(CommitteeState attesting) throws SegmentRefusal {
        List<SegmentState> segments = ledger.outputsOfType(SegmentState.class);
        if (!segments.isEmpty()) {
            requireDecision();
            return segment(segments.get(0));
        }
        SegmentMembershipState membership =
                ledger.outputsOfType(SegmentMembershipState.class).get(0);
        StateAndRef<SegmentState> segment =
                ledger.referenceInputRefsOfType(SegmentState.class).get(0);
        if (SelfCertifyingId.same(segment.getState().getData().admission().getCommittee(), attesting.getLinearId())) {
            requireDecision();
        }
        return membership(membership, segment);
    }

    private List<String> segment(SegmentState segment) throws SegmentRefusal {
        boolean established = ledger.getInputs().isEmpty();
        if (established && Segments.of(services, segment.getValidationPolicy()).isPresent()) {
            throw new SegmentRefusal(
                    Requirement.SEGMENT_DECIDED, "These registrars have a segment " + segment.getName() + " already.");
        }
        return Collections.singletonList("segment " + segment.getName() + " of "
                + segment.getValidationPolicy().ownership().getCommittee().getId());
    }

    private List<String> membership(SegmentMembershipState membership, StateAndRef<SegmentState> segment)
            throws SegmentRefusal {
        boolean grants = membership.getStanding().getStatus() == MembershipStatus.GRANTED
                && ledger.inputsOfType(SegmentMembershipState.class)
                                .get(0)
                                .getStanding()
                                .getStatus()
                        == MembershipStatus.ASKED;
        if (grants && isMember(membership, segment.getState().getData())) {
            throw new SegmentRefusal(
                    Requirement.SEGMENT_DECIDED,
                    membership.getMember().getName().getOrganisation() + " has a membership of segment "
                            + segment.getState().getData().getName() + " that has not ended.");
        }
        return Collections.singletonList(
                "membership " + membership.getLinearId().getExternalId());
    }

    // Wherever it is: who moves a suspended membership to another notary is not to get a second one.
    private boolean isMember(SegmentMembershipState membership, SegmentState segment) {
        return Memberships.of(services, segment, membership.getMember()).stream()
                .map(known -> known.getState().getData().getStanding().getStatus())
                .anyMatch(Arrays.asList(MembershipStatus.GRANTED, MembershipStatus.SUSPENDED)::contains);
    }

    private void requireDecision() throws SegmentRefusal {
        if (!SegmentDecisions.isTaken(services, SegmentDecision.of(ledger))) {
            throw new SegmentRefusal(
                    Requirement.SEGMENT_DECIDED,
                    "The operator of "
                            + services.getMyInfo()
                                    .getLegalIdentities()
                                    .get(0)
                                    .getName()
                                    .getOrganisation()
                            + " has not taken this decision.");
        }
    }
}
