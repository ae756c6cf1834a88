package org.countersign.client.cli.rpc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCClientConfiguration;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.client.rpc.RPCException;
import net.corda.core.utilities.NetworkHostAndPort;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** Connects by Corda's RPC, once: a node that does not answer now is reported, not waited for. */
public final class RpcNodeConnector implements NodeConnector {
    /** How long a node of a busy machine may take to let a user in. */
    public static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final int KNOCK_MILLIS = 2000;

    private final Duration patience;

    /**
     * Creates a connector.
     *
     * @param patience how long a node may take to let a user in, once it accepts connections at all
     */
    public RpcNodeConnector(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Node connect(Member member) {
        NetworkHostAndPort address = NetworkHostAndPort.parse(member.rpcAddress());
        knock(member, address);
        String password = password(member);
        // Corda's client waits without end for a process that accepts the connection and says nothing.
        FutureTask<CordaRPCConnection> login =
                new FutureTask<>(() -> new CordaRPCClient(address, new OneAttempt()).start(member.rpcUser(), password));
        Thread thread = new Thread(login, "login");
        thread.setDaemon(true);
        thread.start();
        try {
            return new RpcNode(member, login.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw NodeFailures.notAnswering(member, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RPCException
                    ? NodeFailures.notAnswering(member, e.getCause())
                    : NodeFailures.of(member, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NodeFailures.notAnswering(member, e);
        }
    }

    // Corda's own client takes several seconds to find out that nobody listens.
    private static void knock(Member member, NetworkHostAndPort address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), KNOCK_MILLIS);
        } catch (IOException e) {
            throw NodeFailures.notAnswering(member, e);
        }
    }

    private static String password(Member member) {
        try {
            return Files.readString(member.rpcPasswordFile()).strip();
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.ACCESS_DENIED,
                    "The password of " + member.id() + " cannot be read from " + member.rpcPasswordFile() + ".",
                    "Run the command as the user who started the network.",
                    e);
        }
    }

    private static final class OneAttempt extends CordaRPCClientConfiguration {
        OneAttempt() {
            super(Duration.ofSeconds(3));
        }

        @Override
        public int getMaxReconnectAttempts() {
            return 1;
        }
    }
}
