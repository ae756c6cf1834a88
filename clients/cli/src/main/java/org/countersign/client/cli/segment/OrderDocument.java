package org.countersign.client.cli.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/**
 * A document that is referred to by its digest and never leaves this machine.
 *
 * @param name its file's name
 * @param digest the SHA-256 digest of its bytes
 */
record OrderDocument(String name, SecureHash digest) {
    /** Reads the file of a document. */
    static OrderDocument read(String file) {
        try {
            Path path = Path.of(file);
            return new OrderDocument(String.valueOf(path.getFileName()), SecureHash.sha256(Files.readAllBytes(path)));
        } catch (IOException | InvalidPathException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The document " + file + " cannot be read: " + e + ".",
                    "Name the file of the document; only its digest is used.",
                    e);
        }
    }
}
