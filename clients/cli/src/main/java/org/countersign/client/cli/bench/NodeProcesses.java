package org.countersign.client.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;

/**
 * The nodes as processes of this machine: what they take of its processors. It tells more than the clock does where
 * others are at work on the machine. Known on Linux, and where every node of the network runs here.
 */
final class NodeProcesses {
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    private final boolean complete;

    /**
     * Finds the processes by their working directories.
     *
     * @param network the network
     */
    NodeProcesses(Network network) {
        ProcessHandle.allProcesses().forEach(process -> {
            Path directory = directory(process);
            for (Member member : network.members()) {
                if (network.directory().resolve("nodes").resolve(member.id()).equals(directory)) {
                    processes.put(member.id(), process);
                }
            }
        });
        complete = processes.size() == network.members().size();
    }

    // Another user's process has a directory that is nobody else's business, and none is a node's.
    private static Path directory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
            return null;
        }
    }

    /**
     * The processor time that each node has taken since it was started.
     *
     * @return by the members' ids; nothing if it is not known for all of them
     */
    Map<String, Duration> taken() {
        Map<String, Duration> taken = new LinkedHashMap<>();
        processes.forEach((member, process) -> {
            Optional<Duration> time = process.info().totalCpuDuration();
            time.ifPresent(duration -> taken.put(member, duration));
        });
        return complete && taken.size() == processes.size() ? taken : Map.of();
    }
}
