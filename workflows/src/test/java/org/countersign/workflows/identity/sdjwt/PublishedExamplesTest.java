package org.countersign.workflows.identity.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Scanner;
import net.corda.core.crypto.Base58;
import net.corda.core.crypto.Crypto;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the specifications themselves print. */
class PublishedExamplesTest {
    private static final String TYPE = "example+sd-jwt";

    private static PublicKey issuer() throws Exception {
        return KeyJwk.key(StrictJson.read(("{\"kty\":\"EC\",\"crv\":\"P-256\","
                        + "\"x\":\"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ\","
                        + "\"y\":\"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8\"}")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String published(String name) {
        InputStream file = PublishedExamplesTest.class.getResourceAsStream(name);
        return new Scanner(file, "UTF-8").useDelimiter("\\A").next().replace("\n", "");
    }

    @Test
    @DisplayName("the issued document of the SD-JWT specification is read with every claim")
    void issued() throws Exception {
        SdJwt document = SdJwt.read(published("issued.txt"));
        assertThat(document.isSigned(TYPE, issuer())).isTrue();
        JsonNode payload = document.getPayload();
        assertThat(payload.path("sub").asText()).isEqualTo("user_42");
        assertThat(payload.path("given_name").asText()).isEqualTo("John");
        assertThat(payload.path("address").path("region").asText()).isEqualTo("Anystate");
        assertThat(payload.path("updated_at").asLong()).isEqualTo(1_570_000_000);
        assertThat(payload.path("nationalities")).extracting(JsonNode::asText).containsExactly("US", "DE");
        assertThat(payload.has("_sd") || payload.has("_sd_alg")).isFalse();
        assertThat(document.isBound()).isFalse();
        assertThat(document.compact()).isEqualTo(published("issued.txt"));
        assertThatThrownBy(document::keyBinding).hasMessageContaining("without a statement");
    }

    @Test
    @DisplayName("the presented document shows what was disclosed, and its holder's statement holds")
    void presented() throws Exception {
        SdJwt document = SdJwt.read(published("presented.txt"));
        assertThat(document.isSigned(TYPE, issuer())).isTrue();
        assertThat(document.getPayload().path("nationalities"))
                .extracting(JsonNode::asText)
                .containsExactly("US");
        assertThat(document.getPayload().has("birthdate")).isFalse();
        JsonNode statement = document.keyBinding();
        assertThat(statement.path("nonce").asText()).isEqualTo("1234567890");
        assertThat(statement.path("aud").asText()).isEqualTo("https://verifier.example.org");
        assertThat(document.compact()).isEqualTo(published("presented.txt"));
        assertThat(document.signedDigest())
                .isEqualTo(SdJwt.read(published("issued.txt")).signedDigest());
    }

    @Test
    @DisplayName("the holder's statement does not hold for fewer disclosures, and the issuer's key is no other one")
    void exact() throws Exception {
        String presented = published("presented.txt");
        int first = presented.indexOf('~');
        int second = presented.indexOf('~', first + 1);
        SdJwt fewer = SdJwt.read(presented.substring(0, first) + presented.substring(second));
        assertThatThrownBy(fewer::keyBinding).hasMessageContaining("another document");
        assertThat(fewer.isSigned(TYPE, fewer.holderKey())).isFalse();
        assertThat(fewer.isSigned("dc+sd-jwt", issuer())).isFalse();
    }

    @Test
    @DisplayName("the signature of RFC 8037, appendix A.4, holds")
    void ed25519() throws Exception {
        PublicKey key = DidKey.ed25519(Base64Url.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        byte[] signature = Base64Url.decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        byte[] content = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(StandardCharsets.US_ASCII);
        assertThat(JwsAlgorithm.of(key).holds(key, signature, content)).isTrue();
        content[0]++;
        assertThat(JwsAlgorithm.of(key).holds(key, signature, content)).isFalse();
    }

    @Test
    @DisplayName("the did:key of the method's first example is read and written")
    void did() throws Exception {
        String did = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
        PublicKey key = DidKey.key(did);
        assertThat(Base58.encode(DidKey.rawEd25519(key))).isEqualTo("4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS");
        assertThat(DidKey.of(key)).isEqualTo(did);
        assertThat(DidKey.key(DidKey.of(issuer()))).isEqualTo(issuer());
        assertThat(DidKey.of(issuer())).startsWith("did:key:zDn");
    }

    @Test
    @DisplayName("what is no did:key of a key that signs documents is refused")
    void noDid() throws Exception {
        for (String did : new String[] {
            "did:key:",
            "did:key:z",
            "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
            "did:web:example.org",
            "did:key:z0000",
            "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
        }) {
            assertThatThrownBy(() -> DidKey.key(did)).as(did).isInstanceOf(MalformedException.class);
        }
        PublicKey other = Crypto.deriveKeyPairFromEntropy(Crypto.ECDSA_SECP256K1_SHA256, BigInteger.ONE)
                .getPublic();
        assertThatThrownBy(() -> DidKey.of(other)).isInstanceOf(MalformedException.class);
    }
}
