package org.countersign.deploy.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.messaging.CordaRPCOps;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.CommitteePlan;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.ProviderPlan;
import org.countersign.deploy.topology.Role;
import org.countersign.deploy.topology.Seat;
import org.countersign.deploy.topology.Topology;
import org.countersign.workflows.identity.AcceptProvidersFlow;
import org.countersign.workflows.identity.AffirmProvidersFlow;

/**
 * Has committees for IDENTITY accept the providers of the topology, as their operators would: every member of a
 * committee affirms the list, and its first one proposes it. A committee that has a list already keeps it, whatever the
 * topology says, since its members may have decided otherwise meanwhile.
 */
final class RpcProviderAcceptance {
    private static final long PATIENCE_SECONDS = 90;
    private static final long POLL_MILLISECONDS = 200;

    private final Topology topology;
    private final StateDirectory state;

    RpcProviderAcceptance(Topology topology, StateDirectory state) {
        this.topology = topology;
        this.state = state;
    }

    /**
     * Decides what is undecided, and returns when those who judge know it; gives the names of the committees that have
     * decided now. The committees have been formed before, and all members know them.
     */
    List<String> acceptMissing() throws IOException, InterruptedException {
        List<String> decided = new ArrayList<>();
        for (CommitteePlan plan : topology.getCommittees()) {
            if (plan.getProviders().isEmpty()) {
                continue;
            }
            Member proposer = topology.member(plan.getSeats().get(0).getMemberId());
            try (NodeRpc rpc = NodeRpc.connect(proposer, state.node(proposer))) {
                if (!isDecided(rpc.operations(), plan)) {
                    decide(rpc.operations(), plan);
                    decided.add(plan.getName());
                }
            }
            awaitKnown(plan);
        }
        return decided;
    }

    private void decide(CordaRPCOps proposer, CommitteePlan plan) throws IOException, InterruptedException {
        List<AcceptedProvider> providers = new ArrayList<>();
        for (ProviderPlan provider : plan.getProviders()) {
            Party party = proposer.wellKnownPartyFromX500Name(
                    topology.member(provider.getMemberId()).getLegalName());
            if (party == null) {
                throw failure(plan, "its members do not know the node of " + provider.getMemberId(), null);
            }
            providers.add(new AcceptedProvider(party, new ArrayList<>(provider.getKinds())));
        }
        for (Seat seat : plan.getSeats().subList(1, plan.getSeats().size())) {
            Member member = topology.member(seat.getMemberId());
            try (NodeRpc rpc = NodeRpc.connect(member, state.node(member))) {
                run(rpc.operations(), plan, AffirmProvidersFlow.class, providers);
            }
        }
        run(proposer, plan, AcceptProvidersFlow.Initiator.class, providers);
    }

    private <T> void run(
            CordaRPCOps operations,
            CommitteePlan plan,
            Class<? extends FlowLogic<T>> flow,
            List<AcceptedProvider> providers)
            throws InterruptedException {
        try {
            operations
                    .startFlowDynamic(flow, plan.getName(), providers)
                    .getReturnValue()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(plan, String.valueOf(e.getCause().getMessage()), e);
        } catch (TimeoutException e) {
            throw failure(plan, "it takes longer than " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    // The list is published after it is decided. An authority that has not heard of it would believe no credential.
    private void awaitKnown(CommitteePlan plan) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Member member : topology.getMembers()) {
            if (!member.hasRole(Role.AUTHORITY) || member.hasRole(Role.NOTARY)) {
                // Who does not judge need not wait; notaries are told of no list.
                continue;
            }
            try (NodeRpc rpc = NodeRpc.connect(member, state.node(member))) {
                while (!isDecided(rpc.operations(), plan)) {
                    if (System.nanoTime() > deadline) {
                        throw failure(
                                plan,
                                member.getId() + " has not heard of it after " + PATIENCE_SECONDS + " seconds",
                                null);
                    }
                    Thread.sleep(POLL_MILLISECONDS);
                }
            }
        }
    }

    private static boolean isDecided(CordaRPCOps operations, CommitteePlan plan) {
        return operations.vaultQuery(CommitteeState.class).getStates().stream()
                .map(found -> found.getState().getData())
                .filter(committee ->
                        committee.getName().equals(plan.getName()) && committee.getAspect() == plan.getAspect())
                .anyMatch(committee -> operations.vaultQuery(TrustedProvidersState.class).getStates().stream()
                        .anyMatch(list -> SelfCertifyingId.same(
                                list.getState().getData().getCommittee(), committee.getLinearId())));
    }

    private static OperatorException failure(CommitteePlan plan, String reason, Throwable cause) {
        return new OperatorException(
                OperatorException.Code.COMMITTEE_FAILED,
                "Committee " + plan.getName() + " has not accepted its providers: " + reason,
                "The nodes run, and the next 'up' tries again.",
                cause);
    }
}
