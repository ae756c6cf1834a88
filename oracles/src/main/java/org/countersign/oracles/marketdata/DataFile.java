package org.countersign.oracles.marketdata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * A file that is read again when it has changed. A file that has become unreadable or wrong stops whatever depends on
 * it; what it said before is not used any more, for nobody would notice.
 *
 * @param <T> what its content means
 */
public final class DataFile<T> {
    private static final long LARGEST = 64L << 20;

    private final Path path;
    private final Format<T> format;
    private FileTime modified;
    private long size;
    private T content;

    /**
     * Creates a file; it is not read before it is needed.
     *
     * @param path where it is
     * @param format how it is understood
     */
    public DataFile(Path path, Format<T> format) {
        this.path = Objects.requireNonNull(path, "path");
        this.format = Objects.requireNonNull(format, "format");
    }

    /** Where it is. */
    public Path getPath() {
        return path;
    }

    /**
     * What the file says now.
     *
     * @return its content
     * @throws DataFileException if it cannot be read or is wrong
     */
    public synchronized T read() throws DataFileException {
        try {
            FileTime nowModified = Files.getLastModifiedTime(path);
            long nowSize = Files.size(path);
            if (content == null || !nowModified.equals(modified) || nowSize != size) {
                content = null;
                content = format.understand(path, text(nowSize));
                modified = nowModified;
                size = nowSize;
            }
            return content;
        } catch (IOException unreadable) {
            content = null;
            throw new DataFileException(
                    path, 0, "", "cannot be read (" + unreadable.getClass().getSimpleName() + ").", "Put it there.");
        }
    }

    private String text(long length) throws IOException, DataFileException {
        if (length > LARGEST) {
            throw new DataFileException(
                    path, 0, "", "has " + length + " bytes.", "At most " + LARGEST + " bytes are read.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw new DataFileException(path, 0, "", "is not text in UTF-8.", "Save it in UTF-8.");
        }
    }

    /**
     * How the content of a file is understood.
     *
     * @param <T> what it means
     */
    public interface Format<T> {
        /**
         * Understands a file.
         *
         * @param file where the text is from, for the errors
         * @param text its content
         * @return what it means
         * @throws DataFileException with line and column if it does not make sense
         */
        T understand(Path file, String text) throws DataFileException;
    }
}
