package org.countersign.oracles.validation;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.workflows.WorkflowException;

/**
 * Where an authority learns what the parties of a transaction hold, for checks that need {@link FactKind#POSITIONS}.
 */
interface PositionSource {
    /** For an authority that nobody tells; checks that need positions are undecided there. */
    PositionSource NONE = (flow, tearOff, facts) -> {
        throw new WorkflowException(
                "This authority has no source of positions.", "Set up only checks that do without.");
    };

    /**
     * Gathers positions.
     *
     * @param flow the flow that answers the request; the source may suspend it and start sub-flows in it
     * @param tearOff the transaction as the aspect may see it; inputs are seen by the aspects that need positions
     * @param facts what is known of the transaction so far, without positions
     * @return of each party of the transaction what it holds before and after; never empty
     * @throws FlowException if they cannot be told completely
     */
    @Suspendable
    List<Position> positions(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts) throws FlowException;
}
