package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Lists what this node has recorded of the misbehaviour of authorities that it asked, the oldest first. */
@StartableByRPC
public final class ListMisbehaviourFlow extends FlowLogic<List<MisbehaviourRecord>> {
    @Suspendable
    @Override
    public List<MisbehaviourRecord> call() {
        return MisbehaviourBook.records(getServiceHub());
    }
}
