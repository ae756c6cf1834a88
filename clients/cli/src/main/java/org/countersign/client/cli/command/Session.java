package org.countersign.client.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.cli.rpc.NetworkFile;
import org.countersign.client.cli.rpc.NodeConnector;

/**
 * Where a command runs.
 *
 * @param home the directory of the {@code countersign} script
 * @param environment the environment variables
 * @param connector the way to the nodes
 * @param commands carries out other commands
 * @param out where a command tells people what it does while it does it; its answer is printed by others
 * @param err where progress is told
 */
public record Session(
        Path home,
        Map<String, String> environment,
        NodeConnector connector,
        CommandRunner commands,
        PrintStream out,
        PrintStream err) {
    /** The environment variable that names the network file to use. */
    public static final String NETWORK_VARIABLE = "COUNTERSIGN_NETWORK";

    /** Keeps a copy of the environment. */
    public Session {
        environment = Map.copyOf(environment);
    }

    /**
     * The same, on the network of one file.
     *
     * @param file the network file
     * @return a session in which commands use that network unless they name another
     */
    public Session on(Path file) {
        return new Session(home, Map.of(NETWORK_VARIABLE, file.toString()), connector, commands, out, err);
    }

    /**
     * The network that a command is for.
     *
     * @param named the file that the user named, or null for the one in {@link #NETWORK_VARIABLE}, and without that the
     *     one that was started last
     * @return the network
     */
    public Network network(Path named) {
        if (named != null) {
            return NetworkFile.read(named);
        }
        String variable = environment.getOrDefault(NETWORK_VARIABLE, "");
        return NetworkFile.read(variable.isEmpty() ? startedLast() : Path.of(variable));
    }

    /** The file that {@code ./countersign up} writes about the network that it started last. */
    public Path startedLast() {
        return home.resolve(".countersign").resolve("network.json");
    }
}
