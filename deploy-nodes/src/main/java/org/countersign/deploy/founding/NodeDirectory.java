package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Where everything of one node lies. */
public final class NodeDirectory {
    private final Path path;

    NodeDirectory(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    /** The directory that the node calls its base directory. */
    public Path getPath() {
        return path;
    }

    /** Its configuration. */
    public Path getConfiguration() {
        return path.resolve("node.conf");
    }

    /** Its key stores. */
    public Path getCertificates() {
        return path.resolve("certificates");
    }

    /** The CorDapps that it loads. */
    public Path getCordapps() {
        return path.resolve("cordapps");
    }

    /** Database drivers beyond what the platform carries. */
    public Path getDrivers() {
        return path.resolve("drivers");
    }

    /** What it logs. */
    public Path getLogs() {
        return path.resolve("logs");
    }

    /** What the node's process prints before and beside its log. */
    public Path getConsole() {
        return getLogs().resolve("console.log");
    }

    /** The log of the node itself. */
    public Path getLog() {
        return getLogs().resolve("node.log");
    }

    /** The node information files of all members. */
    public Path getNodeInfos() {
        return path.resolve("additional-node-infos");
    }

    /** The id of its process, while there is one. */
    public Path getPidFile() {
        return path.resolve("pid");
    }

    /** The password of the RPC user. */
    public Path getRpcPassword() {
        return path.resolve("rpc-password");
    }

    /**
     * The password of the RPC user itself, made up if there is none yet.
     *
     * @return the password
     * @throws IOException if the file cannot be read or written
     */
    public String rpcPassword() throws IOException {
        return PrivateFiles.password(getRpcPassword());
    }

    String keyStorePassword() throws IOException {
        return PrivateFiles.password(path.resolve("key-store-password"));
    }

    String trustStorePassword() throws IOException {
        return PrivateFiles.password(path.resolve("trust-store-password"));
    }
}
