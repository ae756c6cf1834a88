package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WorkflowException;

/**
 * Shows the register of one security as this node keeps it. Runs at registrars of the security and at the regulators
 * who observe it; fails elsewhere. A large register comes in pages; the pages of one register have the same roots, and
 * where they differ it has changed in between.
 */
@StartableByRPC
public final class ShowRegisterFlow extends FlowLogic<RegisterView> {
    private final String symbol;
    private final int page;

    /**
     * Creates the flow for the first page.
     *
     * @param symbol the security
     */
    public ShowRegisterFlow(String symbol) {
        this(symbol, 1);
    }

    /**
     * Creates the flow.
     *
     * @param symbol the security
     * @param page which part of the register, from 1; each has {@link RegisterView#LINES_OF_A_PAGE} holdings
     */
    public ShowRegisterFlow(String symbol, int page) {
        this.symbol = symbol;
        this.page = page;
    }

    @Suspendable
    @Override
    public RegisterView call() throws FlowException {
        SecurityDefinitionState security =
                RegisterSeats.kept(getServiceHub(), getOurIdentity(), symbol).get(0);
        RegisterView view = await(new ReadRegister(getServiceHub(), security, page));
        if (page < 1 || page > view.pages()) {
            throw new WorkflowException(
                    "The register of " + symbol + " has no page " + page + ".",
                    "Ask for one from 1 to " + view.pages() + ".");
        }
        return view;
    }
}
