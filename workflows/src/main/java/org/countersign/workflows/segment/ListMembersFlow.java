package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.WorkflowException;

/**
 * Lists the memberships of a segment with their standing, applications included. Runs where every membership is told:
 * at its authorities and regulators; fails elsewhere, where nothing of it is known. Reads only this vault.
 */
@StartableByRPC
public final class ListMembersFlow extends FlowLogic<List<SegmentMembershipState>> {
    private final String segment;

    /**
     * Creates the flow.
     *
     * @param segment the name of the segment
     */
    public ListMembersFlow(String segment) {
        this.segment = segment;
    }

    @Suspendable
    @Override
    public List<SegmentMembershipState> call() throws FlowException {
        SegmentState state = Segments.only(getServiceHub(), segment).getState().getData();
        if (!SegmentAudience.ofMemberships(getServiceHub(), state).contains(getOurIdentity())) {
            throw new WorkflowException(
                    "Who the members of segment " + segment + " are is told to its authorities and its regulators.",
                    "'segment list' shows what is public, 'segment standing' this member's own memberships.");
        }
        return Memberships.in(getServiceHub(), state).stream()
                .map(found -> found.getState().getData())
                .collect(Collectors.toList());
    }
}
