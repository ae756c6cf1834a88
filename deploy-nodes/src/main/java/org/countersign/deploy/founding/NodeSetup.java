package org.countersign.deploy.founding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Brings all nodes of a founded network up to date.
     *
     * @return the members of whom something changed, and what
     * @throws IOException if a file cannot be read or written
     * @throws org.countersign.deploy.OperatorException if the topology no longer fits the network, or a CorDapp may not
     *     be used
     */
    public Map<Member, Change> refresh() throws IOException {
        new Foundation(topology).requireSame(state);
        CordappSet cordapps = CordappSet.in(installation.getCordapps());
        cordapps.requireFitFor(topology.getProfile());
        return writeAll(cordapps);
    }

    Map<Member, Change> writeAll(CordappSet cordapps) throws IOException {
        PrivateFiles.writeIfDifferent(state.getLogSettings(), logSettings());
        NodeConfigurationWriter node = new NodeConfigurationWriter(topology);
        CordappConfigurationWriter app = new CordappConfigurationWriter(topology, installation.getVersion());
        Map<Member, Change> changes = new LinkedHashMap<>();
        for (Member member : topology.getMembers()) {
            NodeDirectory directory = state.node(member);
            boolean settings = node.write(member, directory);
            boolean jars = cordapps.install(member, directory);
            settings |= app.write(member, directory);
            settings |= installDriver(member, directory);
            if (jars || settings) {
                changes.put(member, jars ? Change.CORDAPPS : Change.SETTINGS);
            }
        }
        return changes;
    }

    private boolean installDriver(Member member, NodeDirectory node) throws IOException {
        boolean changed = false;
        if (member.getResources().getDatabase().isPostgres()) {
            PrivateFiles.makeDirectories(node.getDrivers());
            try (Stream<Path> drivers = Files.list(installation.getDrivers())) {
                List<Path> jars = drivers.collect(Collectors.toList());
                for (Path driver : jars) {
                    changed |= CordappSet.copyIfDifferent(
                            driver,
                            node.getDrivers().resolve(driver.getFileName().toString()));
                }
            }
        }
        return changed;
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

    /** What has changed of a node. */
    public enum Change {
        /** Its settings: it has to be started again to notice. */
        SETTINGS,
        /** Its CorDapps, and perhaps its settings: its database has to be brought up to them first. */
        CORDAPPS
    }
}
