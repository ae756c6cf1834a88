package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.corda.client.rpc.RPCException;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Role;
import org.countersign.deploy.topology.Topology;

/**
 * Starts nodes, a few at a time: starting is work for the processor, and nodes that start all at once run into each
 * other's time-outs.
 */
final class NodeStarter {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long POLL_MILLISECONDS = 100;
    private static final int LOG_LINES = 15;

    private final Topology topology;
    private final StateDirectory state;
    private final NodeCommand command;
    private final Consumer<String> progress;
    private final Map<Member, Launch> launched = new LinkedHashMap<>();

    NodeStarter(Topology topology, StateDirectory state, NodeCommand command, Consumer<String> progress) {
        this.topology = topology;
        this.state = state;
        this.command = command;
        this.progress = progress;
    }

    /** Starts the nodes of these members and returns when all of them answer RPC and know all others. */
    void start(Collection<Member> members) throws IOException, InterruptedException {
        int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors() + 1);
        Deque<Member> waiting = new ArrayDeque<>(inOrder(members));
        int ready = 0;
        while (ready < members.size()) {
            while (!waiting.isEmpty() && startingNow() < atOnce && mayStart(waiting.peek())) {
                launch(waiting.remove());
            }
            for (Launch launch : launched.values()) {
                if (!launch.answers && answers(launch)) {
                    ready++;
                    progress.accept(launch.member.getId() + " is ready (" + ready + " of " + members.size() + ")");
                }
            }
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    /** The cluster first: its members take longest, and nothing works without them. */
    private List<Member> inOrder(Collection<Member> members) {
        List<Member> ordered = new ArrayList<>();
        for (String id : topology.getNotary().getMemberIds()) {
            members.stream().filter(member -> member.getId().equals(id)).forEach(ordered::add);
        }
        members.stream().filter(member -> !member.hasRole(Role.NOTARY)).forEach(ordered::add);
        return ordered;
    }

    private long startingNow() {
        return launched.values().stream().filter(launch -> !launch.saysReady).count();
    }

    /** A member that joins a cluster finds nobody there until the first one listens. */
    private boolean mayStart(Member member) {
        Member first = topology.member(topology.getNotary().getMemberIds().get(0));
        return !topology.usesClusterPort(member)
                || member == first
                || !launched.containsKey(first)
                || PortCheck.answers(first.getPorts().getCluster());
    }

    private void launch(Member member) throws IOException {
        state.node(member).settlePendingChange();
        Path log = state.node(member).getLog();
        long length = Files.exists(log) ? Files.size(log) : 0;
        launched.put(member, new Launch(member, command.start(member), length));
    }

    private boolean answers(Launch launch) throws IOException {
        Member member = launch.member;
        if (!launch.process.isAlive()) {
            throw failure(launch, "has ended with exit code " + launch.process.exitValue() + " while it started");
        }
        if (System.nanoTime() - launch.startedAt > PATIENCE.toNanos()) {
            throw failure(launch, "does not answer after " + PATIENCE.getSeconds() + " seconds");
        }
        if (!launch.saysReady) {
            launch.saysReady = new NodeProcess(member, state.node(member)).saysReady();
        }
        launch.answers = launch.saysReady && knowsEverybody(member);
        return launch.answers;
    }

    /** Whether a node answers RPC and knows all members of the network. */
    boolean knowsEverybody(Member member) throws IOException {
        try (NodeRpc rpc = NodeRpc.connect(member, state.node(member))) {
            return rpc.operations().networkMapSnapshot().size()
                    >= topology.getMembers().size();
        } catch (RPCException e) {
            return false;
        }
    }

    private OperatorException failure(Launch launch, String what) throws IOException {
        Member member = launch.member;
        Path log = state.node(member).getLog();
        List<String> lines = LogTail.lastError(log, launch.logLength, LOG_LINES);
        if (lines.isEmpty()) {
            log = state.node(member).getConsole();
            lines = LogTail.lastError(log, 0, LOG_LINES);
        }
        return new OperatorException(
                OperatorException.Code.NODE_FAILED,
                "The node of " + member.getId() + " " + what + ". The last lines of its log:\n  "
                        + String.join("\n  ", lines),
                "The whole log is " + log + ".");
    }

    /** The members whose nodes this has started. */
    Collection<Member> getLaunched() {
        return new ArrayList<>(launched.keySet());
    }

    /** One start, as far as it has come. */
    private static final class Launch {
        private final Member member;
        private final Process process;
        private final long logLength;
        private final long startedAt = System.nanoTime();
        private boolean saysReady;
        private boolean answers;

        /** The last argument is how long the node's log was before. */
        Launch(Member member, Process process, long logLength) {
            this.member = member;
            this.process = process;
            this.logLength = logLength;
        }
    }
}
