package org.countersign.client.cli.rpc;

import java.util.Set;
import java.util.function.Consumer;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;

/** A member's node, connected: the little of it that commands need. */
public interface Node extends AutoCloseable {
    /**
     * Runs a flow on the node and waits for its result.
     *
     * @param flow the flow to start
     * @param arguments its constructor's arguments, in order
     * @param steps is told each step of the flow, from another thread
     * @param <T> what the flow returns
     * @return the flow's result
     * @throws org.countersign.client.cli.answer.Failure if the flow refuses or the node goes away
     */
    <T> T run(Class<? extends FlowLogic<T>> flow, Consumer<String> steps, Object... arguments);

    /**
     * The identity of a member, as this node knows it.
     *
     * @param member the member
     * @return its party
     * @throws org.countersign.client.cli.answer.Failure if the node does not know it
     */
    Party party(Member member);

    /**
     * The flows that the node runs at this moment, its own and those that answer other nodes.
     *
     * @return their ids
     * @throws org.countersign.client.cli.answer.Failure if the node goes away
     */
    Set<String> flows();

    /**
     * Tells every change of the node's vault from now on.
     *
     * @param changes is told each, from another thread and in order
     * @return ends the telling when it is closed
     * @throws org.countersign.client.cli.answer.Failure if the node goes away
     */
    AutoCloseable follow(Consumer<VaultChange> changes);

    @Override
    void close();
}
