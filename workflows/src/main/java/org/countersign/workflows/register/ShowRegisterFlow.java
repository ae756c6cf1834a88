package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;

/**
 * Shows the register of one security as this node keeps it. Runs at registrars of the security and at the regulators
 * who observe it; fails elsewhere.
 */
@StartableByRPC
public final class ShowRegisterFlow extends FlowLogic<RegisterView> {
    private final String symbol;

    /**
     * Creates the flow.
     *
     * @param symbol the security
     */
    public ShowRegisterFlow(String symbol) {
        this.symbol = symbol;
    }

    @Suspendable
    @Override
    public RegisterView call() throws FlowException {
        SecurityDefinitionState security =
                RegisterSeats.kept(getServiceHub(), getOurIdentity(), symbol).get(0);
        return await(new ReadRegister(getServiceHub(), security));
    }
}
