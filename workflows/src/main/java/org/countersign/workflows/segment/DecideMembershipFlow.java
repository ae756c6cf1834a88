package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.WorkflowException;

/**
 * Grants, refuses, suspends, reinstates or ends a membership: the operators of the committee that admits decide so in
 * the same words, each at its own node; the last one that is needed carries it out, and the registrars record it.
 */
@StartableByRPC
public final class DecideMembershipFlow extends FlowLogic<SegmentDecisionOutcome> {
    private final String segment;
    private final Party member;
    private final MembershipStep step;
    private final String reasonCode;
    private final String reason;

    /**
     * Creates the flow.
     *
     * @param segment the name of the segment
     * @param member about whose membership
     * @param step what is decided
     * @param reasonCode why, for programs: 1 to 40 capital letters, digits, hyphens or underscores
     * @param reason why, for people: 1 to 500 readable characters
     */
    public DecideMembershipFlow(String segment, Party member, MembershipStep step, String reasonCode, String reason) {
        this.segment = segment;
        this.member = member;
        this.step = step;
        this.reasonCode = reasonCode;
        this.reason = reason;
    }

    @Suspendable
    @Override
    public SegmentDecisionOutcome call() throws FlowException {
        StateAndRef<SegmentState> current = Segments.only(getServiceHub(), segment);
        return subFlow(new TakeDecisionFlow(ProposedDecision.about(
                membership(current.getState().getData()),
                current,
                step,
                new MembershipStanding(step.after(), reasonCode, reason))));
    }

    // The first in an order that is the same everywhere: of several applications all operators decide about one.
    private StateAndRef<SegmentMembershipState> membership(SegmentState of) throws FlowException {
        List<StateAndRef<SegmentMembershipState>> known = Memberships.of(getServiceHub(), of, member);
        for (StateAndRef<SegmentMembershipState> membership : known) {
            if (step.leadsFrom(membership.getState().getData().getStanding().getStatus())) {
                return membership;
            }
        }
        StringBuilder found = new StringBuilder();
        for (StateAndRef<SegmentMembershipState> membership : known) {
            found.append(found.length() == 0 ? "" : ", ")
                    .append(membership.getState().getData().getStanding().getStatus());
        }
        throw new WorkflowException(
                "There is nothing to " + step + ": of " + member.getName().getOrganisation() + " in segment " + segment
                        + " this node knows " + (found.length() == 0 ? "no membership." : found + "."),
                "Look at 'segment members'; an application has to come first.");
    }
}
