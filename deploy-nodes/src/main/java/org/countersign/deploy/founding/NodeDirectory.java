package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * What has been changed in this directory that the node, or its database, has not been brought up to yet. It is
     * written down before the change is made, so that a command that is interrupted leaves a trace.
     *
     * @return the change, or nothing
     * @throws IOException if the note cannot be read
     */
    public Optional<Change> pendingChange() throws IOException {
        Path note = pendingNote();
        return Files.exists(note) ? Optional.of(Change.valueOf(PrivateFiles.read(note))) : Optional.empty();
    }

    /**
     * Takes note that node and database are, or are about to be, as this directory says.
     *
     * @throws IOException if the note cannot be removed
     */
    public void settlePendingChange() throws IOException {
        Files.deleteIfExists(pendingNote());
    }

    /** Writes down a change that is about to be made. */
    void announce(Change change) throws IOException {
        Optional<Change> before = pendingChange();
        if (!before.isPresent() || before.get().compareTo(change) < 0) {
            PrivateFiles.makeDirectories(path);
            PrivateFiles.write(pendingNote(), change.name());
        }
    }

    /** Writes a file that the node reads when it starts, unless it says the same already. */
    void updateSettings(Path file, String content) throws IOException {
        if (!Files.exists(file) || !PrivateFiles.read(file).equals(content.trim())) {
            announce(Change.SETTINGS);
            PrivateFiles.write(file, content);
        }
    }

    private Path pendingNote() {
        return path.resolve("pending-change");
    }

    String keyStorePassword() throws IOException {
        return PrivateFiles.password(path.resolve("key-store-password"));
    }

    String trustStorePassword() throws IOException {
        return PrivateFiles.password(path.resolve("trust-store-password"));
    }

    /** What can change of a node, the less first. */
    public enum Change {
        /** Its settings: it has to be started again to notice. */
        SETTINGS,
        /** Its CorDapps: its database has to be brought up to them first. */
        CORDAPPS
    }
}
