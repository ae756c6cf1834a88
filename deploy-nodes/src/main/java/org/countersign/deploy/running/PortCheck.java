package org.countersign.deploy.running;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/** Looks at ports before nodes do: a node that finds its port taken dies half a minute later. */
final class PortCheck {
    private static final int NAMED = 5;
    private static final int CONNECT_MILLISECONDS = 500;

    private PortCheck() {}

    /** Fails if something listens on a port that one of these members needs, and names all such ports. */
    static void requireFree(Topology topology, Collection<Member> members) {
        List<String> occupied = new ArrayList<>();
        for (Member member : members) {
            Map<String, Integer> ports = member.getPorts().byPurpose(topology.usesClusterPort(member));
            ports.forEach((purpose, port) -> {
                if (!isFree(port)) {
                    occupied.add(port + " (" + purpose + " of " + member.getId() + ")");
                }
            });
        }
        if (!occupied.isEmpty()) {
            String ports = String.join(", ", occupied.subList(0, Math.min(NAMED, occupied.size())))
                    + (occupied.size() > NAMED ? " and " + (occupied.size() - NAMED) + " more" : "");
            throw new OperatorException(
                    OperatorException.Code.PORT_OCCUPIED,
                    "Another program listens on " + (occupied.size() == 1 ? "port " : "ports ") + ports
                            + "; nothing has been started.",
                    remedy());
        }
    }

    private static String remedy() {
        Set<Path> networks = NodeProcess.runningNetworks();
        String known = networks.isEmpty()
                ? "Stop that program ('ss -ltnp' shows it)"
                : "Nodes run of the network in "
                        + networks.stream().map(Path::toString).collect(Collectors.joining(" and "))
                        + ": stop it with 'down', where it was brought up";
        return known + ", or change the ports in the topology.";
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // What lingers of connections that are closed is no obstacle to the node either.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something accepts connections on a port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
