package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;

/**
 * Says what a source would change in the place of that in force, who would have to approve it, and when it would take
 * effect. Nothing is signed, and nobody is told.
 */
@StartableByRPC
public final class ViewAmendmentFlow extends FlowLogic<AmendmentView> {
    private final String symbol;
    private final String source;

    /**
     * Creates the flow.
     *
     * @param symbol the security
     * @param source the text that is to take the place of that in force, at most 256 KiB
     */
    public ViewAmendmentFlow(String symbol, String source) {
        this.symbol = symbol;
        this.source = source;
    }

    @Suspendable
    @Override
    public AmendmentView call() throws FlowException {
        SecurityDefinitionState definition = subFlow(new FindSecurityFlow(symbol));
        return ProposedAmendment.of(getServiceHub(), definition, source).view();
    }
}
