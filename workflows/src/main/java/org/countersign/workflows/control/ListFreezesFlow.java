package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.definition.Definitions;

/**
 * Lists the freezes of holdings that stand: at a registrar or a regulator those of all securities that it keeps or
 * observes, at a holder its own. Reads only this vault.
 */
@StartableByRPC
public final class ListFreezesFlow extends FlowLogic<List<FreezeLine>> {
    @Suspendable
    @Override
    public List<FreezeLine> call() {
        List<FreezeLine> lines = new ArrayList<>();
        for (StateAndRef<HoldingFreezeState> standing :
                StandingFreezes.of(getServiceHub()).all()) {
            HoldingFreezeState freeze = standing.getState().getData();
            Optional<StateAndRef<SecurityDefinitionState>> security =
                    Definitions.byId(getServiceHub(), freeze.getSecurity());
            // Of a security that is not known here there is nothing to say in units.
            security.ifPresent(found -> lines.add(line(freeze, found.getState().getData())));
        }
        return lines;
    }

    private FreezeLine line(HoldingFreezeState freeze, SecurityDefinitionState security) {
        Party holder = WellKnown.of(getServiceHub(), freeze.getHolder());
        return new FreezeLine(
                freeze.getLinearId(),
                security.getTerms().getSymbol(),
                freeze.getHolder(),
                holder == null ? null : holder.getName(),
                BigDecimal.valueOf(freeze.getQuantity(), security.getTerms().getFractionDigits()),
                freeze.getOrder());
    }
}
