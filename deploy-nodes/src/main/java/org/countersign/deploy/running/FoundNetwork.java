package org.countersign.deploy.running;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countersign.deploy.Installation;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.NodeDirectory;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/** A network that has been brought up before: how it fares, what it logs, how it is stopped. */
public final class FoundNetwork {
    private static final long FOLLOW_MILLISECONDS = 300;

    private final Topology topology;
    private final StateDirectory state;

    private FoundNetwork(Topology topology, StateDirectory state) {
        this.topology = topology;
        this.state = state;
    }

    /**
     * The network that was brought up last.
     *
     * @param installation where the state of networks is
     * @return the network
     * @throws IOException if its files cannot be read
     * @throws OperatorException if none has been brought up
     */
    public static FoundNetwork last(Installation installation) throws IOException {
        Path file = installation.getStateParent().resolve("network.json");
        if (!Files.exists(file)) {
            throw unknown("No network has been brought up yet.");
        }
        Config last = ConfigFactory.parseString(PrivateFiles.read(file));
        return of(StateDirectory.of(installation.getStateParent(), last.getString("name")));
    }

    /**
     * The network of a topology file.
     *
     * @param installation where the state of networks is
     * @param topologyFile the file that names it
     * @return the network, as it was brought up last
     * @throws IOException if its files cannot be read
     * @throws OperatorException if it has never been brought up
     */
    public static FoundNetwork of(Installation installation, Path topologyFile) throws IOException {
        return of(StateDirectory.of(installation.getStateParent(), Topology.nameIn(topologyFile)));
    }

    private static FoundNetwork of(StateDirectory state) {
        if (!state.isFounded() || !Files.exists(state.getTopology())) {
            throw unknown("Network '" + state.getName() + "' has not been brought up yet.");
        }
        // As it was brought up, whatever has become of the file it was brought up with.
        return new FoundNetwork(Topology.read(state.getTopology()), state);
    }

    private static OperatorException unknown(String what) {
        return new OperatorException(
                OperatorException.Code.NETWORK_UNKNOWN, what, "Bring it up with './countersign up'.");
    }

    /**
     * Stops all nodes. The ledger stays.
     *
     * @return who was stopped, for scripts
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if this thread is interrupted
     */
    public Map<String, Object> down() throws IOException, InterruptedException {
        try (CommandLock lock = CommandLock.of(state)) {
            List<Member> running = topology.getMembers().stream()
                    .filter(member -> new NodeProcess(member, state.node(member)).isRunning())
                    .collect(Collectors.toList());
            // Also those that do not run: what they have left behind is cleared away.
            List<Member> forced = new NodeStopper(state).stop(topology.getMembers());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("name", topology.getName());
            result.put("stopped", running.stream().map(Member::getId).collect(Collectors.toList()));
            result.put("forced", forced.stream().map(Member::getId).collect(Collectors.toList()));
            return result;
        }
    }

    /**
     * How the nodes fare.
     *
     * @return name of the network and, for each member, id, name, roles, ports, state and of a process that runs its
     *     id, memory in MiB and uptime in seconds
     * @throws IOException if a file cannot be read
     */
    public Map<String, Object> status() throws IOException {
        Map<String, Object> status = new LinkedHashMap<>();
        List<Object> members = new ArrayList<>();
        for (Member member : topology.getMembers()) {
            members.add(status(member));
        }
        status.put("name", topology.getName());
        status.put("members", members);
        return status;
    }

    private Map<String, Object> status(Member member) throws IOException {
        NodeDirectory node = state.node(member);
        NodeProcess process = new NodeProcess(member, node);
        Optional<Long> pid = process.findPid();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", member.getId());
        status.put("legalName", member.getLegalName().toString());
        status.put("roles", member.getRoleLabels());
        status.put("ports", member.getPorts().byPurpose(topology.usesClusterPort(member)));
        status.put("state", state(process, pid.isPresent()).getLabel());
        pid.ifPresent(id -> {
            status.put("pid", id);
            ProcessTable.residentBytes(id).ifPresent(bytes -> status.put("residentMebibytes", bytes >> 20));
            ProcessTable.uptime(id).map(Duration::getSeconds).ifPresent(time -> status.put("uptimeSeconds", time));
        });
        return status;
    }

    private static NodeState state(NodeProcess process, boolean running) throws IOException {
        if (!running) {
            return Files.exists(process.getNode().getPidFile()) ? NodeState.DIED : NodeState.STOPPED;
        }
        boolean ready = process.saysReady()
                && PortCheck.answers(process.getMember().getPorts().getRpc());
        return ready ? NodeState.READY : NodeState.STARTING;
    }

    /**
     * The last lines of a node's log.
     *
     * @param memberId whose
     * @param count how many
     * @return the lines, oldest first
     * @throws IOException if the log cannot be read
     * @throws OperatorException if there is no such member
     */
    public List<String> log(String memberId, int count) throws IOException {
        return LogTail.lastLines(state.node(topology.member(memberId)).getLog(), count);
    }

    /**
     * Hands on what is added to a node's log, until this thread is interrupted.
     *
     * @param memberId whose
     * @param reader given each piece of text as it comes
     * @throws IOException if the log cannot be read
     * @throws InterruptedException when interrupted
     */
    public void follow(String memberId, Consumer<String> reader) throws IOException, InterruptedException {
        Path log = state.node(topology.member(memberId)).getLog();
        long position = Files.exists(log) ? Files.size(log) : 0;
        while (!Thread.currentThread().isInterrupted()) {
            long size = Files.exists(log) ? Files.size(log) : 0;
            // A log that has become shorter has been begun anew.
            position = Math.min(position, size);
            if (size > position) {
                byte[] added = new byte[(int) Math.min(size - position, 1 << 20)];
                try (RandomAccessFile content = new RandomAccessFile(log.toFile(), "r")) {
                    content.seek(position);
                    content.readFully(added);
                }
                position += added.length;
                reader.accept(new String(added, StandardCharsets.UTF_8));
            }
            Thread.sleep(FOLLOW_MILLISECONDS);
        }
    }
}
