package org.countersign.oracles.compliance.screening;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.countersign.oracles.marketdata.DataFileException;

/** The files of one list while they are read: bounded in size, and digested as they go by. */
final class ListFiles {
    private final List<Path> paths;
    private final long largest;
    private final MessageDigest digest;

    /**
     * Prepares the files.
     *
     * @param paths in the order of the format
     * @param largest how many bytes one of them may have
     */
    ListFiles(List<Path> paths, long largest) {
        this.paths = new ArrayList<>(paths);
        this.largest = largest;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path path(int index) {
        return paths.get(index);
    }

    /** Opens a file; each once, in their order, and each to be read to its end, or the digest means nothing. */
    InputStream open(int index) throws IOException, DataFileException {
        Path path = paths.get(index);
        long size = Files.size(path);
        if (size > largest) {
            throw new DataFileException(
                    path, 0, "", "has " + size + " bytes.", "At most " + largest + " are read; see largestMegabytes.");
        }
        return new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), digest);
    }

    /** When the first of the files was last written. */
    LocalDate written() throws IOException {
        return Files.getLastModifiedTime(paths.get(0))
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** SHA-256 over all that was read, 64 hexadecimal digits in lower case. */
    String digest() {
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest.digest()) {
            hex.append(String.format("%02x", octet));
        }
        return hex.toString();
    }
}
