package org.countersign.deploy.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.messaging.CordaRPCOps;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.CommitteePlan;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Seat;
import org.countersign.deploy.topology.Topology;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;

/**
 * Forms committees through the node of their first member. That node's vault says whether a committee is there already,
 * so what an earlier command began is neither repeated nor forgotten.
 */
final class RpcCommitteeFormation {
    private static final long PATIENCE_SECONDS = 90;
    private static final long POLL_MILLISECONDS = 200;

    private final Topology topology;
    private final StateDirectory state;

    RpcCommitteeFormation(Topology topology, StateDirectory state) {
        this.topology = topology;
        this.state = state;
    }

    /**
     * Forms the committees of the topology that the ledger does not have yet, and returns when every member knows all
     * of them; gives the names of those that were formed.
     */
    List<String> formMissing() throws IOException, InterruptedException {
        List<String> formed = new ArrayList<>();
        for (CommitteePlan plan : topology.getCommittees()) {
            Member founder = topology.member(plan.getSeats().get(0).getMemberId());
            try (NodeRpc rpc = NodeRpc.connect(founder, state.node(founder))) {
                if (!exists(rpc.operations(), plan)) {
                    form(rpc.operations(), plan, founder);
                    formed.add(plan.getName());
                }
            }
        }
        awaitKnown();
        return formed;
    }

    // A committee is published after it is formed, and its founder does not wait for that. An issuer that is asked to
    // register a security before it has heard of the registrars would have to refuse.
    private void awaitKnown() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Member member : topology.getMembers()) {
            if (topology.getNotary().getMemberIds().contains(member.getId())) {
                // Notaries are not told of committees that they do not sit on.
                continue;
            }
            try (NodeRpc rpc = NodeRpc.connect(member, state.node(member))) {
                for (CommitteePlan plan : topology.getCommittees()) {
                    while (!exists(rpc.operations(), plan)) {
                        if (System.nanoTime() > deadline) {
                            throw failure(
                                    plan,
                                    topology.member(plan.getSeats().get(0).getMemberId()),
                                    member.getId() + " has not heard of it after " + PATIENCE_SECONDS + " seconds",
                                    null);
                        }
                        Thread.sleep(POLL_MILLISECONDS);
                    }
                }
            }
        }
    }

    private static boolean exists(CordaRPCOps operations, CommitteePlan plan) {
        return operations.vaultQuery(CommitteeState.class).getStates().stream()
                .map(found -> found.getState().getData())
                .anyMatch(committee ->
                        committee.getName().equals(plan.getName()) && committee.getAspect() == plan.getAspect());
    }

    private void form(CordaRPCOps operations, CommitteePlan plan, Member founder) throws InterruptedException {
        List<SeatProposal> seats = new ArrayList<>();
        for (Seat seat : plan.getSeats()) {
            seats.add(new SeatProposal(party(operations, seat.getMemberId()), seat.getWeight()));
        }
        List<Party> observers = new ArrayList<>();
        for (String id : plan.getObserverIds()) {
            observers.add(party(operations, id));
        }
        Future<UniqueIdentifier> founding = operations
                .startFlowDynamic(
                        FormCommitteeFlow.Initiator.class,
                        plan.getName(),
                        plan.getAspect(),
                        plan.getSegment(),
                        seats,
                        plan.getThreshold(),
                        plan.getAttestationValidity(),
                        observers)
                .getReturnValue();
        try {
            founding.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(plan, founder, String.valueOf(e.getCause().getMessage()), e);
        } catch (TimeoutException e) {
            throw failure(plan, founder, "it takes longer than " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    private Party party(CordaRPCOps operations, String memberId) {
        Party party =
                operations.wellKnownPartyFromX500Name(topology.member(memberId).getLegalName());
        if (party == null) {
            throw new OperatorException(
                    OperatorException.Code.COMMITTEE_FAILED,
                    "The members of the network do not know the node of " + memberId + ".",
                    "Stop the network with 'down' and bring it up again.");
        }
        return party;
    }

    private OperatorException failure(CommitteePlan plan, Member founder, String reason, Throwable cause) {
        return new OperatorException(
                OperatorException.Code.COMMITTEE_FAILED,
                "Committee " + plan.getName() + " is not formed and known to all: " + reason,
                "The nodes run, and the next 'up' tries again. The log of " + founder.getId() + " is "
                        + state.node(founder).getLog() + ".",
                cause);
    }
}
