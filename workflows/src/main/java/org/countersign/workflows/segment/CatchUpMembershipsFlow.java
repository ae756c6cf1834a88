package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.definition.ListSecuritiesFlow;
import org.countersign.workflows.validation.Conversation;

/**
 * Fetches the memberships of a segment from its authorities: for a registrar, an authority or a regulator that is one
 * since a while only, or was down.
 *
 * <p>Steps: ask for current segments and committees; ask each authority of the segment in turn. All of them are asked,
 * since one alone could leave a suspension out; one that is down or cheats is named and passed over.
 */
@StartableByRPC
public final class CatchUpMembershipsFlow extends FlowLogic<MembershipsFetched> {
    private final String segment;

    /**
     * Creates the flow.
     *
     * @param segment the name of the segment
     */
    public CatchUpMembershipsFlow(String segment) {
        this.segment = segment;
    }

    @Suspendable
    @Override
    public MembershipsFetched call() throws FlowException {
        subFlow(new ListSecuritiesFlow());
        SegmentState state = Segments.only(getServiceHub(), segment).getState().getData();
        Set<Party> authorities = new LinkedHashSet<>(SegmentAudience.authorities(getServiceHub(), state));
        authorities.remove(getOurIdentity());
        List<String> problems = new ArrayList<>();
        int received = 0;
        for (Party authority : authorities) {
            try {
                Conversation.Outcome<Integer> outcome = await(
                        new Conversation<>(getServiceHub(), new AskMembershipsFlow(authority, state.getLinearId())));
                received = Math.max(received, outcome.with(authority));
            } catch (FlowException failed) {
                problems.add(authority.getName().getOrganisation() + ": " + failed.getMessage());
            }
        }
        return new MembershipsFetched(segment, received, problems);
    }
}
