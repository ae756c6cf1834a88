package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.NodeDirectory;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.topology.Member;

/**
 * The process of one node.
 *
 * <p>It is found again by the id in a file. Because ids are given out anew, after a restart of the machine at the
 * latest, a process only counts as the node if its own arguments name the node's directory.
 */
final class NodeProcess {
    private static final String MARK = "-Dcountersign.node=";
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Member member;
    private final NodeDirectory node;

    NodeProcess(Member member, NodeDirectory node) {
        this.member = member;
        this.node = node;
    }

    /** The argument by which the process of a node is told from all others. */
    static String mark(NodeDirectory node) {
        return MARK + node.getPath();
    }

    /** The state directories of all networks of which nodes run on this machine. */
    static Set<Path> runningNetworks() {
        Set<Path> networks = new TreeSet<>();
        for (Long pid : ProcessTable.all()) {
            ProcessTable.arguments(pid).stream()
                    .filter(argument -> argument.startsWith(MARK))
                    .map(argument -> Paths.get(argument.substring(MARK.length())))
                    .forEach(node -> networks.add(node.getParent().getParent()));
        }
        return networks;
    }

    /** The id of the process, if it runs. */
    Optional<Long> findPid() {
        try {
            if (!Files.exists(node.getPidFile())) {
                return Optional.empty();
            }
            long pid = Long.parseLong(PrivateFiles.read(node.getPidFile()));
            return ProcessTable.arguments(pid).contains(mark(node)) ? Optional.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new OperatorException(
                    OperatorException.Code.INTERNAL,
                    "The process file of " + member.getId() + ", " + node.getPidFile() + ", cannot be read: " + e + ".",
                    "If no node of that member runs, remove the file.",
                    e);
        }
    }

    boolean isRunning() {
        return findPid().isPresent();
    }

    /** Asks the process to end; {@link #awaitEnd} makes sure that it does. */
    void askToEnd() throws IOException, InterruptedException {
        Optional<Long> pid = findPid();
        if (pid.isPresent()) {
            ProcessTable.signal("TERM", pid.get());
        }
    }

    /** Waits for the process to end and ends it by force when patience does; whether force was needed. */
    boolean awaitEnd() throws IOException, InterruptedException {
        boolean forced = false;
        long deadline = System.nanoTime() + GRACE.toNanos();
        Optional<Long> pid = findPid();
        while (pid.isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                ProcessTable.signal("KILL", pid.get());
                forced = true;
            }
            Thread.sleep(POLL.toMillis());
            pid = findPid();
        }
        Files.deleteIfExists(node.getPidFile());
        return forced;
    }

    /** Whether the node itself says that it is ready; it says so before it answers the first RPC. */
    boolean saysReady() throws IOException {
        Path console = node.getConsole();
        return Files.exists(console) && PrivateFiles.read(console).contains("started up and registered in");
    }

    Member getMember() {
        return member;
    }

    NodeDirectory getNode() {
        return node;
    }
}
