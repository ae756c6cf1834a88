package org.countersign.deploy.founding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.countersign.deploy.topology.Member;

/**
 * The state of one network on this machine. It survives {@code down}, and {@code up --fresh} replaces it.
 *
 * <p>A network is founded in a directory beside it that is moved into place when all is done, so that what is in place
 * is complete.
 */
public final class StateDirectory {
    private final Path parent;
    private final String name;
    private final Path path;

    private StateDirectory(Path parent, String name, Path path) {
        this.parent = parent;
        this.name = name;
        this.path = path;
    }

    /**
     * The state directory of a network.
     *
     * @param parent the directory that holds the state of all networks
     * @param name the network
     * @return its state directory, which need not exist
     */
    public static StateDirectory of(Path parent, String name) {
        Path absolute =
                Objects.requireNonNull(parent, "parent").toAbsolutePath().normalize();
        return new StateDirectory(absolute, name, absolute.resolve(name));
    }

    /** Where the network is put together before it is moved into place. */
    StateDirectory inTheMaking() {
        return new StateDirectory(parent, name, parent.resolve(name + ".founding"));
    }

    /** Whether a network has been founded here. */
    public boolean isFounded() {
        return Files.isRegularFile(getFoundation());
    }

    /** The directory itself, absolute. */
    public Path getPath() {
        return path;
    }

    /** The name of the network. */
    public String getName() {
        return name;
    }

    /** The directory that holds the state of all networks. */
    public Path getParent() {
        return parent;
    }

    /** What the network was founded on: the facts of the topology that cannot change under it. */
    public Path getFoundation() {
        return path.resolve("foundation.json");
    }

    /** The keys and certificates of the network's own authorities. */
    public Path getTrust() {
        return path.resolve("trust");
    }

    /** The root certificate, for whoever wants to check a proof. */
    public Path getRootCertificate() {
        return getTrust().resolve("root.pem");
    }

    /** What clients read to find the network. */
    public Path getNetworkFile() {
        return path.resolve("network.json");
    }

    /** The topology that the network was last brought up with. */
    public Path getTopology() {
        return path.resolve("topology.conf");
    }

    /** How nodes log. */
    public Path getLogSettings() {
        return path.resolve("log4j2.xml");
    }

    /** Held by whoever changes the network. Beside the directory, because that one may be replaced. */
    public Path getLock() {
        return parent.resolve(name + ".lock");
    }

    /** The directory of a member's node. */
    public NodeDirectory node(Member member) {
        return new NodeDirectory(path.resolve("nodes").resolve(member.getId()));
    }
}
