package org.countersign.client.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Progress;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.Node;
import org.countersign.client.cli.rpc.NodeConnector;

/**
 * Connections to the nodes of a whole network. A measurement needs them all: what registrars do after a transfer has
 * answered would otherwise be charged to whatever is measured next.
 */
final class ConnectedNetwork implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Map<Member, Node> nodes = new LinkedHashMap<>();
    private final List<Member> absent = new ArrayList<>();
    private final NodeProcesses processes;
    private final QuietWatch quiet =
            new QuietWatch(this::flows, System::nanoTime, () -> LockSupport.parkNanos(PAUSE.toNanos()));

    /**
     * Connects to every member.
     *
     * @param network the network
     * @param connector the way to the nodes
     * @param parties those without whom nothing can be measured; a committee may lack a member
     * @param progress is told whose node is being connected to
     * @throws Failure if the node of a party does not answer, or any node refuses the user
     */
    ConnectedNetwork(Network network, NodeConnector connector, TradeParties parties, Progress progress) {
        processes = new NodeProcesses(network);
        List<Member> needed = List.of(parties.issuer(), parties.seller(), parties.buyer());
        try {
            for (Member member : network.members()) {
                progress.stage("connecting to " + member.id());
                connect(connector, member, needed.contains(member));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void connect(NodeConnector connector, Member member, boolean needed) {
        try {
            nodes.put(member, connector.connect(member));
        } catch (Failure e) {
            if (needed || e.code() != FailureCode.NETWORK_DOWN) {
                throw e;
            }
            absent.add(member);
        }
    }

    /** The members whose nodes do not answer. */
    List<Member> absent() {
        return List.copyOf(absent);
    }

    /** The node of a party. */
    Node node(Member member) {
        return nodes.get(member);
    }

    /**
     * Waits until no node runs a flow, but for those that nothing happens to any more.
     *
     * @return when that was so, by {@link System#nanoTime}
     * @throws Failure if flows begin and end all the time for minutes
     */
    long awaitQuiet() {
        return quiet.await();
    }

    /** What each node's process has taken of the processors; nothing if that is not known. */
    Map<String, Duration> processorTime() {
        return processes.taken();
    }

    /** How many flows were given up because nothing happened to them any more. */
    int givenUp() {
        return quiet.givenUp();
    }

    private Set<String> flows() {
        Set<String> flows = new HashSet<>();
        nodes.values().forEach(node -> flows.addAll(node.flows()));
        return flows;
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
    }
}
