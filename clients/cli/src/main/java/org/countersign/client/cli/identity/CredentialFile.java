package org.countersign.client.cli.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** A credential as a file: the plain document, and a line end. */
final class CredentialFile {
    private static final int LONGEST = 200_000;

    private CredentialFile() {}

    static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new Failure(
                        FailureCode.FILE_WRONG,
                        file + " has more than " + LONGEST + " bytes.",
                        "Name the file that 'identity export' wrote.");
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The credential cannot be read: " + e + ".",
                    "Name the file that 'identity export' wrote.",
                    e);
        }
    }

    static void write(Path file, String document) {
        try {
            Files.writeString(file, document + "\n");
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The credential cannot be written to " + file + ": " + e + ".",
                    "Name a file in a directory that exists and that you may write to.",
                    e);
        }
    }
}
