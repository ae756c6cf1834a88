package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;

/** Lists the securities of the network: asks the registrars for what is current, then reads this node's vault. */
@StartableByRPC
public final class ListSecuritiesFlow extends FlowLogic<List<SecurityDefinitionState>> {
    @Suspendable
    @Override
    public List<SecurityDefinitionState> call() throws FlowException {
        await(new DefinitionRound(getServiceHub(), getOurIdentity(), new DefinitionQuery(null, null)));
        return Definitions.all(getServiceHub()).stream()
                .map(found -> found.getState().getData())
                .collect(Collectors.toList());
    }
}
