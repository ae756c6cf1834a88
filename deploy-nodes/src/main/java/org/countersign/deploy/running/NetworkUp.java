package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countersign.deploy.Installation;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.FoundingJob;
import org.countersign.deploy.founding.NodeDirectory.Change;
import org.countersign.deploy.founding.NodeSetup;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/** Brings a network up: founds it if need be, starts what does not run, waits until everything answers. */
public final class NetworkUp {
    private final Installation installation;
    private final Path topologyFile;
    private final Topology topology;
    private final StateDirectory state;
    private final Consumer<String> progress;
    private final FoundingJob founding;

    /**
     * For one network.
     *
     * @param installation what to run
     * @param topologyFile the file that describes the network
     * @param progress told what is being done
     */
    public NetworkUp(Installation installation, Path topologyFile, Consumer<String> progress) {
        this.installation = installation;
        this.topologyFile = topologyFile;
        this.topology = Topology.read(topologyFile);
        this.state = StateDirectory.of(installation.getStateParent(), topology.getName());
        this.progress = progress;
        this.founding = new FoundingJob(installation, topologyFile, state, progress);
    }

    /**
     * Brings the network up and returns when it can be worked with.
     *
     * @param fresh whether to forget the ledger of a network that is there, and to found it anew
     * @return what there is now, for scripts
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if this thread is interrupted
     * @throws OperatorException if a port is taken, a node fails, or the topology does not fit the network
     */
    public Map<String, Object> run(boolean fresh) throws IOException, InterruptedException {
        installation.requireBuilt();
        long begin = System.nanoTime();
        try (CommandLock lock = CommandLock.of(state)) {
            boolean found = fresh || !state.isFounded();
            if (found) {
                DatabaseCheck.requireEmpty(topology.getMembers());
                stopNodes(running());
            }
            PortCheck.requireFree(topology, stopped());
            if (found) {
                founding.found();
            } else {
                DatabaseCheck.requireReachable(topology.getMembers());
                refresh();
            }
            PrivateFiles.write(state.getTopology(), Topology.selfContained(topologyFile));
            Collection<Member> toStart = stopped();
            if (toStart.isEmpty()) {
                progress.accept("all nodes run already");
            }
            start(toStart);
            List<String> formed = new RpcCommitteeFormation(topology, state).formMissing();
            formed.forEach(name -> progress.accept("committee " + name + " is formed"));
            new RpcProviderAcceptance(topology, state)
                    .acceptMissing()
                    .forEach(name -> progress.accept("committee " + name + " has accepted its providers"));
            new NetworkFile(topology, state).write();
            long seconds = Math.round((System.nanoTime() - begin) / 1e9);
            return result(found, toStart, formed, seconds);
        }
    }

    /** Brings directories up to topology and build; nodes that this concerns are stopped, to be started again. */
    private void refresh() throws IOException, InterruptedException {
        new NodeSetup(installation, topology, state).refresh();
        List<Member> restart = new ArrayList<>();
        List<Member> migrate = new ArrayList<>();
        for (Member member : topology.getMembers()) {
            Optional<Change> change = state.node(member).pendingChange();
            if (change.isPresent() && isRunning(member)) {
                restart.add(member);
            }
            if (change.filter(Change.CORDAPPS::equals).isPresent()) {
                migrate.add(member);
            }
        }
        if (!restart.isEmpty()) {
            progress.accept("stopping nodes whose CorDapps or settings have changed");
            stopNodes(restart);
        }
        if (!migrate.isEmpty()) {
            founding.migrate(migrate);
        }
    }

    private void start(Collection<Member> members) throws IOException, InterruptedException {
        NodeStarter starter =
                new NodeStarter(topology, state, new NodeCommand(installation, topology.getProfile(), state), progress);
        Interruption interruption = new Interruption(starter);
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            starter.start(members);
            for (Member member : topology.getMembers()) {
                if (!members.contains(member) && !starter.knowsEverybody(member)) {
                    throw new OperatorException(
                            OperatorException.Code.NODE_FAILED,
                            "The node of " + member.getId() + " runs, but does not answer.",
                            "Stop the network with 'down' and bring it up again.");
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (interruption.hasHappened()) {
                throw new OperatorException(
                        OperatorException.Code.NODE_FAILED,
                        "The command was interrupted.",
                        "The nodes that it had started are being stopped.",
                        e);
            }
            progress.accept("stopping the nodes that were started");
            stopNodes(starter.getLaunched());
            throw e;
        } finally {
            interruption.disarm();
        }
    }

    private List<Member> running() {
        return topology.getMembers().stream().filter(this::isRunning).collect(Collectors.toList());
    }

    private List<Member> stopped() {
        return topology.getMembers().stream()
                .filter(member -> !isRunning(member))
                .collect(Collectors.toList());
    }

    private boolean isRunning(Member member) {
        return new NodeProcess(member, state.node(member)).isRunning();
    }

    private void stopNodes(Collection<Member> members) throws IOException, InterruptedException {
        new NodeStopper(state).stop(members);
    }

    private Map<String, Object> result(boolean founded, Collection<Member> started, List<String> formed, long seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", topology.getName());
        result.put("network", state.getNetworkFile().toString());
        result.put("founded", founded);
        result.put("started", started.stream().map(Member::getId).collect(Collectors.toList()));
        result.put("committeesFormed", formed);
        result.put("nodes", topology.getMembers().size());
        result.put("seconds", seconds);
        return result;
    }

    /** Stops what was started when the command itself is interrupted: no network is left half up. */
    private final class Interruption extends Thread {
        private final NodeStarter starter;
        private volatile boolean armed = true;
        private volatile boolean happened;

        Interruption(NodeStarter starter) {
            super("interruption");
            this.starter = starter;
        }

        @Override
        public void run() {
            if (armed) {
                happened = true;
                try {
                    stopNodes(starter.getLaunched());
                } catch (IOException | InterruptedException e) {
                    progress.accept("not all nodes could be stopped: " + e + "; 'down' will do it");
                }
            }
        }

        boolean hasHappened() {
            return happened;
        }

        void disarm() {
            armed = false;
        }
    }
}
