package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a stranger would write after reading the specification: the JDK's digests and signatures, and nothing of Corda.
 */
class DocumentedFormatTest {
    private static final Scene SCENE = new Scene();
    private final Json.Structure document = structure(ProofCodec.write(SCENE.world.prove(SCENE.sale(), 1)));

    @Test
    void idsFollowFromWhatIsRevealed() throws Exception {
        for (Json value : sequence(document, "transactions")) {
            Json.Structure transaction = structure(value);
            List<byte[]> roots = new ArrayList<>();
            for (Json hash : sequence(transaction, "groupHashes")) {
                roots.add(HexFormat.of().parseHex(text(hash)));
            }
            for (Json group : sequence(transaction, "revealed")) {
                assertThat(groupRoot(structure(group))).isEqualTo(roots.get(number(structure(group), "group")));
            }
            while (roots.size() < 16) {
                roots.add(new byte[32]);
            }
            assertThat(HexFormat.of().withUpperCase().formatHex(root(roots)))
                    .isEqualTo(text(transaction.fields().get("id")));
        }
    }

    @Test
    void signaturesAreOverTheDocumentedBytes() throws Exception {
        int verified = 0;
        for (Json value : sequence(document, "transactions")) {
            Json.Structure transaction = structure(value);
            for (Json each : sequence(transaction, "signatures")) {
                Json.Structure signature = structure(each);
                byte[] clear = signedBytes(
                        text(transaction.fields().get("id")),
                        number(signature, "platformVersion"),
                        number(signature, "scheme"));
                assertThat(isSigned(bytes(signature, "key"), clear, bytes(signature, "bytes")))
                        .isTrue();
                verified++;
            }
        }
        assertThat(verified).isEqualTo(5 + 4 + 6 + 6);
    }

    private static boolean isSigned(byte[] key, byte[] clear, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519", "SunEC");
        signature.initVerify(KeyFactory.getInstance("Ed25519", "SunEC").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(clear);
        return signature.verify(signed);
    }

    private static byte[] signedBytes(String id, int platformVersion, int scheme) throws Exception {
        String page = Files.readString(
                Path.of(System.getProperty("countersign.home"), "docs", "reference", "ownership-proof.md"));
        Matcher block =
                Pattern.compile("```signed-bytes\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        return HexFormat.of()
                .parseHex(block.group(1)
                        .replace("\n", "")
                        .replace("<pv>", String.format("%02X", platformVersion))
                        .replace("<sn>", String.format("%02X", scheme))
                        .replace("<id>", id));
    }

    private static byte[] groupRoot(Json.Structure group) throws Exception {
        Iterator<Json> hidden = sequence(group, "hidden").iterator();
        byte[] root = subtree(sequence(group, "components"), hidden, 0, 1 << number(group, "height"));
        assertThat(hidden.hasNext()).isFalse();
        return root;
    }

    private static byte[] subtree(List<Json> components, Iterator<Json> hidden, int first, int width) throws Exception {
        Json.Structure shown = null;
        for (Json component : components) {
            int index = number(structure(component), "index");
            shown = shown == null && index >= first && index < first + width ? structure(component) : shown;
        }
        if (shown == null) {
            return HexFormat.of().parseHex(text(hidden.next()));
        }
        if (width == 1) {
            byte[] nonce = HexFormat.of().parseHex(text(shown.fields().get("nonce")));
            return digest(digest(nonce, bytes(shown, "bytes")));
        }
        byte[] left = subtree(components, hidden, first, width / 2);
        return digest(left, subtree(components, hidden, first + width / 2, width / 2));
    }

    private static byte[] root(List<byte[]> leaves) throws Exception {
        int half = leaves.size() / 2;
        return leaves.size() == 1
                ? leaves.get(0)
                : digest(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    private static byte[] digest(byte[]... parts) throws Exception {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.write(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(joined.toByteArray());
    }

    private static Json.Structure structure(Json value) {
        return (Json.Structure) value;
    }

    private static List<Json> sequence(Json.Structure structure, String field) {
        return ((Json.Sequence) structure.fields().get(field)).elements();
    }

    private static String text(Json value) {
        return ((Json.Text) value).value();
    }

    private static int number(Json.Structure structure, String field) {
        return ((Json.Number) structure.fields().get(field)).value();
    }

    private static byte[] bytes(Json.Structure structure, String field) {
        return Base64.getDecoder().decode(text(structure.fields().get(field)));
    }
}
