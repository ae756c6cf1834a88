package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.countersign.workflows.ownership.proof.OwnershipProof;

/**
 * An ownership proof as a file.
 *
 * <p>There is exactly one way to write a proof: {@link #parse} refuses every other, so that each byte of a file counts.
 */
public final class OwnershipProofDocument {
    /** No honest proof comes near this: the size of the largest document that is read, in bytes. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private final OwnershipProof proof;

    private OwnershipProofDocument(OwnershipProof proof) {
        this.proof = proof;
    }

    /**
     * Makes a document of what a node exported.
     *
     * @param proof the export
     * @return the document
     */
    public static OwnershipProofDocument from(OwnershipProof proof) {
        return new OwnershipProofDocument(proof);
    }

    /**
     * Reads a document. Whether what it says holds is another question, for {@link OwnershipProofVerifier}.
     *
     * @param bytes the file
     * @return the document
     * @throws ProofRefusedException if the bytes are not the canonical form of a proof
     */
    public static OwnershipProofDocument parse(byte[] bytes) throws ProofRefusedException {
        require(bytes.length <= LARGEST, "The document has %d bytes; a proof has at most %d.", bytes.length, LARGEST);
        OwnershipProofDocument document = new OwnershipProofDocument(ProofCodec.read(JsonReader.read(bytes)));
        byte[] canonical = document.toJson().getBytes(StandardCharsets.UTF_8);
        int difference = Arrays.mismatch(canonical, bytes);
        require(difference < 0, "The document is not in canonical form: it deviates from it at byte %d.", difference);
        return document;
    }

    /** The canonical JSON text, which ends with a line end and is written as UTF-8. */
    public String toJson() {
        return ProofCodec.write(proof).document();
    }

    /** What the document contains, not yet verified. */
    public OwnershipProof proof() {
        return proof;
    }
}
