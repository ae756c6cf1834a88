package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.junit.jupiter.api.Test;

class OwnershipProofDocumentTest {
    private static final Scene SCENE = new Scene();
    private static final OwnershipProof PROOF = SCENE.world.prove(SCENE.sale(), 1);
    private static final String FILE = OwnershipProofDocument.from(PROOF).toJson();

    @Test
    void aDocumentIsReadBackAsItWasWritten() throws Exception {
        assertThat(OwnershipProofDocument.parse(bytes(FILE)).toJson()).isEqualTo(FILE);
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": 1,\n    \"extra\": 1,")))
                .isEqualTo("The statement has the field \"extra\" where \"validFrom\" must stand.");
        assertThat(refusal(FILE.substring(0, FILE.length() - 3) + ",\n  \"extra\": null\n}\n"))
                .isEqualTo("The document has the unknown field \"extra\".");
    }

    @Test
    void aMissingFieldIsRefused() {
        assertThat(refusal(FILE.replaceFirst("    \"isin\": [^\n]*\n", "")))
                .isEqualTo("The statement has the field \"name\" where \"isin\" must stand.");
        assertThat(refusal("{\n  \"format\": \"countersign-ownership-proof/1\"\n}\n"))
                .isEqualTo("The document lacks the field \"statement\".");
    }

    @Test
    void aDoubledFieldIsRefused() {
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": 1,\n    \"output\": 1,")))
                .isEqualTo("The document has the field \"output\" twice.");
    }

    @Test
    void anotherFormatIsRefused() {
        assertThat(refusal(FILE.replaceFirst("proof/1", "proof/2"))).contains("this verifier reads");
    }

    @Test
    void trailingBytesAreRefused() {
        assertThat(refusal(FILE + "\n")).contains("not in canonical form");
        assertThat(refusal(FILE + "{}")).contains("goes on after its end");
        assertThat(refusal(FILE.trim())).contains("not in canonical form");
    }

    @Test
    void anotherLayoutIsRefused() {
        assertThat(refusal(FILE.replace("\n", "\r\n"))).contains("not in canonical form");
        assertThat(refusal(FILE.replaceFirst("  ", ""))).contains("not in canonical form");
        assertThat(refusal(FILE.replaceFirst("ACME plc", "ACME\\\\u0020plc"))).contains("not in canonical form");
    }

    @Test
    void base64WithBitsToSpareIsRefused() {
        int padded = FILE.indexOf("==\"");
        char last = FILE.charAt(padded - 1);
        String spare = FILE.substring(0, padded - 1) + (char) (last + 1) + FILE.substring(padded);

        assertThat(refusal(spare)).containsAnyOf("not in canonical form", "not base64");
    }

    @Test
    void hashesInSmallLettersAreRefused() {
        String id = PROOF.getStatement().getTransaction().toString();

        assertThat(refusal(FILE.replaceFirst(id, id.toLowerCase(java.util.Locale.ROOT))))
                .isEqualTo("\"transaction\" of The statement is not a SHA-256 hash of 64 capital hexadecimal digits.");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": 01,")))
                .contains("that is no text");
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": -1,")))
                .contains("that is no text");
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": 99999999999,")))
                .contains("that is no text");
        assertThat(refusal(FILE.replaceFirst("\"output\": 1,", "\"output\": 1e0,")))
                .contains("where ',' must stand");
    }

    @Test
    void hostileDocumentsAreRefusedQuickly() {
        assertThat(refusal("[".repeat(1_000_000))).contains("nested deeper than");
        assertThat(refusal("{\"a\": ".repeat(1_000_000))).contains("nested deeper than");
        assertThat(refusal("9".repeat(1_000_000))).contains("that is no text");
        assertThat(refusal("\"".repeat(3))).contains("goes on after its end");
        assertThat(refusal("")).contains("ends in the middle");
        assertThat(refusal(new byte[OwnershipProofDocument.LARGEST + 1])).contains("a proof has at most");
        assertThat(refusal(new byte[] {'"', (byte) 0xC3, '"'})).isEqualTo("The document is not UTF-8 text.");
    }

    @Test
    void aRefusalThatQuotesTheDocumentDoesNotSteerTheTerminal() {
        assertThat(refusal(FILE.replaceFirst("proof/1", "proof/1\\\\u001b[2J\u202e")))
                .startsWith("The document's format is \"countersign-ownership-proof/1?[2J?\"");
        assertThat(refusal(FILE.replaceFirst("proof/1", "x".repeat(100_000)))).hasSize(600);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(String file) {
        return refusal(bytes(file));
    }

    private static String refusal(byte[] file) {
        try {
            OwnershipProofDocument.parse(file);
        } catch (ProofRefusedException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("The document was accepted.");
    }
}
