package org.countersign.deploy.founding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.deploy.Installation;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/**
 * What of a node's directory follows from the topology and the build alone, and is brought up to date by each
 * {@code up}: configuration, CorDapps, drivers, log settings.
 */
public final class NodeSetup {
    private final Installation installation;
    private final Topology topology;
    private final StateDirectory state;

    /**
     * For the nodes of one network.
     *
     * @param installation where CorDapps and drivers come from
     * @param topology what the configuration follows from
     * @param state where the nodes are
     */
    public NodeSetup(Installation installation, Topology topology, StateDirectory state) {
        this.installation = installation;
        this.topology = topology;
        this.state = state;
    }

    /**
     * Brings the directories of all nodes of a founded network up to date. What has changed of a node is then its
     * {@link NodeDirectory#pendingChange()}.
     *
     * @throws IOException if a file cannot be read or written
     * @throws org.countersign.deploy.OperatorException if the topology no longer fits the network, or a CorDapp may not
     *     be used
     */
    public void refresh() throws IOException {
        new Foundation(topology).requireSame(state);
        CordappSet cordapps = CordappSet.in(installation.getCordapps());
        cordapps.requireFitFor(topology.getProfile(), topology.getMembers());
        writeAll(cordapps);
    }

    void writeAll(CordappSet cordapps) throws IOException {
        PrivateFiles.write(state.getLogSettings(), logSettings());
        NodeConfigurationWriter node = new NodeConfigurationWriter(topology);
        CordappConfigurationWriter app = new CordappConfigurationWriter(topology, installation.getVersion());
        for (Member member : topology.getMembers()) {
            NodeDirectory directory = state.node(member);
            node.write(member, directory);
            cordapps.install(member, directory);
            app.write(member, directory);
            installDrivers(member, directory);
        }
    }

    private void installDrivers(Member member, NodeDirectory node) throws IOException {
        if (!member.getResources().getDatabase().isPostgres()) {
            return;
        }
        PrivateFiles.makeDirectories(node.getDrivers());
        try (Stream<Path> drivers = Files.list(installation.getDrivers())) {
            List<Path> jars = drivers.collect(Collectors.toList());
            for (Path driver : jars) {
                Path target = node.getDrivers().resolve(driver.getFileName().toString());
                if (!CordappSet.isSame(driver, target)) {
                    node.announce(NodeDirectory.Change.SETTINGS);
                    CordappSet.copy(driver, target);
                }
            }
        }
    }

    private static String logSettings() {
        try (InputStream settings = NodeSetup.class.getResourceAsStream("node-log4j2.xml")) {
            byte[] buffer = new byte[65536];
            int length = 0;
            int read = settings.read(buffer);
            while (read > 0) {
                length += read;
                read = settings.read(buffer, length, buffer.length - length);
            }
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The log settings cannot be read", e);
        }
    }
}
