package org.countersign.deploy.founding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files and directories that only their owner may read, from the moment they exist. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> PRIVATE_FILE = PosixFilePermissions.asFileAttribute(FILE);
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int PASSWORD_BYTES = 24;

    private PrivateFiles() {}

    /**
     * Makes a directory and those above it that are missing.
     *
     * @param directory which
     * @return the same
     * @throws IOException if it cannot be made
     */
    public static Path makeDirectories(Path directory) throws IOException {
        return Files.createDirectories(directory, PRIVATE_DIRECTORY);
    }

    /**
     * Writes a file as a whole: a reader sees the old content or the new.
     *
     * @param file which
     * @param content its text
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file as a whole: a reader sees the old content or the new.
     *
     * @param file which
     * @param content its bytes
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".writing", null, PRIVATE_FILE);
        try {
            Files.write(fresh, content, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Takes from others what they may do with a file that somebody else's code has written. */
    static void protect(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }

    /**
     * The text of a small file.
     *
     * @param file which
     * @return its content without white space around it
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
    }

    /** A password of 192 random bits, in characters that need no quoting anywhere. */
    static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The password in a file; made up and written there if the file is not there yet. */
    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, newPassword());
        }
        return read(file);
    }

    /**
     * Removes a directory with everything in it; one that is not there is as good as removed.
     *
     * @param directory which
     * @throws IOException if something in it cannot be removed
     */
    public static void removeTree(Path directory) throws IOException {
        if (Files.isSymbolicLink(directory) || !Files.isDirectory(directory)) {
            Files.deleteIfExists(directory);
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.collect(Collectors.toList())) {
                removeTree(entry);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.delete(directory);
    }
}
