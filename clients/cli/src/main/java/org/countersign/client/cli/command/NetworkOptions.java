package org.countersign.client.cli.command;

import java.nio.file.Path;
import org.countersign.client.cli.rpc.Network;
import picocli.CommandLine.Option;

/** Which network a command is for. */
public final class NetworkOptions {
    @Option(names = "--network")
    private Path network;

    /**
     * The network that the user chose.
     *
     * @param session where the command runs
     * @return the network
     */
    public Network in(Session session) {
        return session.network(network);
    }
}
