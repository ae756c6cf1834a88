package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.definition.ListSecuritiesFlow;

/**
 * Lists the segments of the network by name, with what is public of them: asks the registrars for what is current, then
 * reads this node's vault. Who their members are it does not tell.
 */
@StartableByRPC
public final class ListSegmentsFlow extends FlowLogic<List<SegmentState>> {
    @Suspendable
    @Override
    public List<SegmentState> call() throws FlowException {
        subFlow(new ListSecuritiesFlow());
        return Segments.all(getServiceHub()).stream()
                .map(found -> found.getState().getData())
                .sorted(Comparator.comparing(SegmentState::getName))
                .collect(Collectors.toList());
    }
}
