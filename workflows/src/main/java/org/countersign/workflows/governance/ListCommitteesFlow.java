package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.governance.CommitteeState;

/** Lists the committees that count for this node, each in its current epoch, by name. */
@StartableByRPC
public final class ListCommitteesFlow extends FlowLogic<List<CommitteeState>> {
    @Suspendable
    @Override
    public List<CommitteeState> call() {
        return Committees.all(getServiceHub()).stream()
                .map(found -> found.getState().getData())
                .sorted(Comparator.comparing(CommitteeState::getName))
                .collect(Collectors.toList());
    }
}
