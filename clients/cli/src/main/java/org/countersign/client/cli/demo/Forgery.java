package org.countersign.client.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** A copy of an ownership proof that claims more than the original. */
final class Forgery {
    private static final String CLAIMED = "\"100\"";
    private static final String FORGED = "\"900\"";

    private Forgery() {}

    /**
     * Writes a copy in which every quantity of 100 is a quantity of 900.
     *
     * @param proof the original
     * @return the copy, in the same directory
     */
    static Path of(Path proof) {
        Path forged = proof.resolveSibling("forged-" + proof.getFileName());
        try {
            String original = Files.readString(proof);
            if (!original.contains(CLAIMED)) {
                throw new Failure(
                        FailureCode.DEMO_FAILED,
                        "The proof in " + proof + " does not claim a quantity of " + CLAIMED + ", as it should.",
                        "Look into the file.");
            }
            Files.writeString(forged, original.replace(CLAIMED, FORGED));
            return forged;
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "A forged copy of " + proof + " cannot be written: " + e.getMessage(),
                    "Choose another place with --proof.",
                    e);
        }
    }
}
