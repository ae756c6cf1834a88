package org.countersign.workflows.compliance;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/**
 * Lists whom this authority has found to be like an entry of a sanctions list. It is for the authority's own people; no
 * other node can ask for it.
 */
@StartableByRPC
public final class ListScreeningFindingsFlow extends FlowLogic<List<ScreeningFinding>> {
    private final boolean gone;

    /**
     * Creates the flow.
     *
     * @param gone whether those are listed too whom the latest screening did not find any more
     */
    public ListScreeningFindingsFlow(boolean gone) {
        this.gone = gone;
    }

    @Suspendable
    @Override
    public List<ScreeningFinding> call() {
        return ScreeningFindings.read(getServiceHub(), gone);
    }
}
