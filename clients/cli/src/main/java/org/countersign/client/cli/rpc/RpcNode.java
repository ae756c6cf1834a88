package org.countersign.client.cli.rpc;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.messaging.DataFeed;
import net.corda.core.messaging.FlowProgressHandle;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import rx.Subscription;

/** A node that is reached by Corda's RPC. */
final class RpcNode implements Node {
    private final Member member;
    private final CordaRPCConnection connection;

    RpcNode(Member member, CordaRPCConnection connection) {
        this.member = member;
        this.connection = connection;
    }

    @Override
    public <T> T run(Class<? extends FlowLogic<T>> flow, Consumer<String> steps, Object... arguments) {
        CordaRPCOps node = connection.getProxy();
        try (FlowProgressHandle<T> handle = node.startTrackedFlowDynamic(flow, arguments)) {
            // An error of the flow arrives by the result as well; here it would only be reported twice.
            Subscription subscription = handle.getProgress().subscribe(steps::accept, ignored -> {});
            try {
                return handle.getReturnValue().get();
            } finally {
                subscription.unsubscribe();
            }
        } catch (ExecutionException e) {
            throw NodeFailures.of(member, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    FailureCode.INTERNAL,
                    "The command was interrupted; the node may still complete what it was asked.",
                    "See ./countersign holdings --as " + member.id() + ".",
                    e);
        } catch (RuntimeException e) {
            throw NodeFailures.of(member, e);
        }
    }

    @Override
    public Party party(Member wanted) {
        Party party;
        try {
            party = connection.getProxy().wellKnownPartyFromX500Name(wanted.legalName());
        } catch (RuntimeException e) {
            throw NodeFailures.of(member, e);
        }
        if (party == null) {
            throw new Failure(
                    FailureCode.MEMBER_UNKNOWN,
                    "The node of " + member.id() + " does not know " + wanted.legalName() + ".",
                    "If " + wanted.id() + " has just joined, try again in a few seconds.");
        }
        return party;
    }

    @Override
    public Set<String> flows() {
        try {
            return connection.getProxy().stateMachinesSnapshot().stream()
                    .map(flow -> flow.getId().toString())
                    .collect(Collectors.toSet());
        } catch (RuntimeException e) {
            throw NodeFailures.of(member, e);
        }
    }

    @Override
    public AutoCloseable follow(Consumer<VaultChange> changes) {
        try {
            DataFeed<Vault.Page<ContractState>, Vault.Update<ContractState>> feed = connection
                    .getProxy()
                    .vaultTrackByWithPagingSpec(
                            ContractState.class,
                            new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.ALL),
                            new PageSpecification(1, 1));
            // An error means that the connection is gone, which the next question to the node says as well.
            Subscription subscription = feed.getUpdates()
                    .subscribe(
                            update -> changes.accept(
                                    new VaultChange(refs(update.getProduced()), refs(update.getConsumed()))),
                            ignored -> {});
            return subscription::unsubscribe;
        } catch (RuntimeException e) {
            throw NodeFailures.of(member, e);
        }
    }

    private static List<StateRef> refs(Set<StateAndRef<ContractState>> states) {
        return states.stream().map(StateAndRef::getRef).collect(Collectors.toList());
    }

    @Override
    public void close() {
        connection.forceClose();
    }
}
