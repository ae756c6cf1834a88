package org.countersign.deploy.running;

import java.io.IOException;
import java.time.Duration;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCClientConfiguration;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.client.rpc.RPCException;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.utilities.NetworkHostAndPort;
import org.countersign.deploy.founding.NodeConfigurationWriter;
import org.countersign.deploy.founding.NodeDirectory;
import org.countersign.deploy.topology.Member;

/** A connection to a node, as the user that clients also are. */
final class NodeRpc implements AutoCloseable {
    private static final CordaRPCClientConfiguration ONE_ATTEMPT = CordaRPCClientConfiguration.DEFAULT.copy(
            Duration.ofSeconds(1),
            CordaRPCClientConfiguration.DEFAULT.getMinimumServerProtocolVersion(),
            false,
            Duration.ofSeconds(1),
            1,
            1,
            Duration.ofSeconds(1),
            1.0,
            1);

    private final CordaRPCConnection connection;

    private NodeRpc(CordaRPCConnection connection) {
        this.connection = connection;
    }

    /** Connects; fails at once if the node does not answer. */
    static NodeRpc connect(Member member, NodeDirectory node) throws IOException, RPCException {
        NetworkHostAndPort address = new NetworkHostAndPort(
                NodeConfigurationWriter.LOOPBACK, member.getPorts().getRpc());
        CordaRPCClient client = new CordaRPCClient(address, ONE_ATTEMPT);
        return new NodeRpc(client.start(NodeConfigurationWriter.RPC_USER, node.rpcPassword()));
    }

    CordaRPCOps operations() {
        return connection.getProxy();
    }

    @Override
    public void close() {
        connection.close();
    }
}
