package org.countersign.deploy.running;

import java.io.IOException;
import net.corda.core.messaging.CordaRPCOps;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.CommitteePlan;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/** Forms committees through the node of their first member, which knows whether they are there already. */
final class RpcCommitteeFormation implements CommitteeFormation {
    private final Topology topology;
    private final StateDirectory state;

    RpcCommitteeFormation(Topology topology, StateDirectory state) {
        this.topology = topology;
        this.state = state;
    }

    @Override
    public boolean form(CommitteePlan plan) throws IOException {
        Member founder = topology.member(plan.getSeats().get(0).getMemberId());
        try (NodeRpc rpc = NodeRpc.connect(founder, state.node(founder))) {
            if (exists(rpc.operations(), plan)) {
                return false;
            }
            throw new OperatorException(
                    OperatorException.Code.COMMITTEE_FAILED, "Committee " + plan.getName() + " is not formed.", "");
        }
    }

    private static boolean exists(CordaRPCOps operations, CommitteePlan plan) {
        return operations.vaultQuery(CommitteeState.class).getStates().stream()
                .map(found -> found.getState().getData())
                .anyMatch(committee ->
                        committee.getName().equals(plan.getName()) && committee.getAspect() == plan.getAspect());
    }
}
