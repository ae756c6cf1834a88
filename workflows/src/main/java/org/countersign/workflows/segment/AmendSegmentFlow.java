package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.workflows.governance.Committees;

/**
 * Gives a segment other terms, and writes down who its registrars are now: the operators of its committees decide so in
 * the same words, each at its own node; the last one that is needed carries it out.
 */
@StartableByRPC
public final class AmendSegmentFlow extends FlowLogic<SegmentDecisionOutcome> {
    private final String name;
    private final SegmentTerms terms;

    /**
     * Creates the flow.
     *
     * @param name the segment
     * @param terms all terms from then on; what they do not name, there is none of
     */
    public AmendSegmentFlow(String name, SegmentTerms terms) {
        this.name = name;
        this.terms = terms;
    }

    @Suspendable
    @Override
    public SegmentDecisionOutcome call() throws FlowException {
        StateAndRef<SegmentState> current = Segments.only(getServiceHub(), name);
        CommitteeState registrars = Committees.current(
                        getServiceHub(),
                        current.getState()
                                .getData()
                                .getValidationPolicy()
                                .ownership()
                                .getCommittee())
                .getState()
                .getData();
        return subFlow(new TakeDecisionFlow(
                ProposedDecision.toAmend(current, terms, EstablishSegmentFlow.keepers(registrars))));
    }
}
