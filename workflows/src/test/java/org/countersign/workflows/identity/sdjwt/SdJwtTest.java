package org.countersign.workflows.identity.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SignatureScheme;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdJwtTest {
    private static final String TYPE = "dc+sd-jwt";
    private static final DocumentSigner ISSUER = signer(Crypto.EDDSA_ED25519_SHA512, 1);
    private static final DocumentSigner HOLDER = signer(Crypto.EDDSA_ED25519_SHA512, 2);
    private static final DocumentSigner ELSEWHERE = signer(Crypto.ECDSA_SECP256R1_SHA256, 3);

    private static DocumentSigner signer(SignatureScheme scheme, long seed) {
        KeyPair pair = Crypto.deriveKeyPairFromEntropy(scheme, BigInteger.valueOf(seed));
        return new DocumentSigner() {
            @Override
            public PublicKey key() {
                return pair.getPublic();
            }

            @Override
            public byte[] sign(byte[] content) {
                try {
                    return Crypto.doSign(pair.getPrivate(), content);
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
    }

    private static SdJwt issued(DocumentSigner issuer, DocumentSigner holder) throws MalformedException {
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("name", "Zoë");
        hidden.put("countries", Arrays.asList("GB", "FR"));
        return SdJwt.issue(
                TYPE, Collections.singletonMap("iss", "somebody"), holder.key(), hidden, issuer, new Random(1));
    }

    @Test
    @DisplayName("what is issued, shown in part and bound is read back as that, with Ed25519 and with P-256 keys")
    void roundTrip() throws Exception {
        for (DocumentSigner other : new DocumentSigner[] {HOLDER, ELSEWHERE}) {
            SdJwt shown = issued(other, other).showing("name"::equals);
            SdJwt bound =
                    SdJwt.read(shown.bound("authority", "transaction", 7, other).compact());
            assertThat(bound.isSigned(TYPE, other.key())).isTrue();
            assertThat(bound.isSigned(TYPE, ISSUER.key())).isFalse();
            assertThat(bound.holderKey()).isEqualTo(other.key());
            assertThat(bound.getPayload().path("name").asText()).isEqualTo("Zoë");
            assertThat(bound.getPayload().has("countries")).isFalse();
            assertThat(bound.keyBinding().path("nonce").asText()).isEqualTo("transaction");
            assertThat(bound.keyBinding().path("aud").asText()).isEqualTo("authority");
            assertThat(bound.keyBinding().path("iat").asLong()).isEqualTo(7);
        }
    }

    @Test
    @DisplayName("a statement by another key than the holder's is none")
    void foreignStatement() throws Exception {
        SdJwt bound = issued(ISSUER, HOLDER).bound("authority", "transaction", 7, ISSUER);
        assertThatThrownBy(bound::keyBinding).hasMessageContaining("not signed by its key");
    }

    @Test
    @DisplayName("what is hidden cannot be read from the document, not even by the order of digests")
    void hidden() throws Exception {
        String nothing = issued(ISSUER, HOLDER).showing(name -> false).compact();
        String signed = new String(Base64Url.decode(nothing.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(signed).doesNotContain("Zoë", "FR", "name", "countries");
        List<String> digests = StrictJson.mapper()
                .convertValue(
                        StrictJson.read(signed.getBytes(StandardCharsets.UTF_8)).path("_sd"), List.class);
        assertThat(digests).hasSize(2).isSorted();
    }

    @Test
    @DisplayName("the algorithm is the key's and not the header's")
    void algorithm() throws Exception {
        String header = Base64Url.encode("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}");
        String[] parts = issued(ISSUER, HOLDER).compact().split("~")[0].split("\\.");
        assertThat(Jws.read(header + "." + parts[1] + ".").isSigned(TYPE, ISSUER.key()))
                .isFalse();
        String confused = Base64Url.encode("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}");
        assertThat(Jws.read(confused + "." + parts[1] + "." + parts[2]).isSigned(TYPE, ISSUER.key()))
                .isFalse();
        String critical = Base64Url.encode("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}");
        assertThatThrownBy(() -> Jws.read(critical + "." + parts[1] + "." + parts[2]))
                .hasMessageContaining("extensions");
    }

    @Test
    @DisplayName("a disclosure that the signed part has no digest of, or a doubled one, is refused")
    void strayDisclosures() throws Exception {
        SdJwt document = issued(ISSUER, HOLDER);
        String stray = Disclosure.of("salt", "role", "admin").encoded();
        assertThatThrownBy(() -> SdJwt.read(document.compact() + stray + "~")).hasMessageContaining("no digest");
        String first = document.compact().split("~")[1];
        assertThatThrownBy(() -> SdJwt.read(document.compact() + first + "~")).hasMessageContaining("twice");
    }

    @Test
    @DisplayName("a disclosure cannot take the place of what is signed openly")
    void overwriting() throws Exception {
        Map<String, Object> hidden = Collections.singletonMap("iss", "somebody else");
        assertThatThrownBy(() -> SdJwt.issue(
                        TYPE, Collections.singletonMap("iss", "somebody"), HOLDER.key(), hidden, ISSUER, new Random(1)))
                .hasMessageContaining("no place");
    }

    @ParameterizedTest(name = "''{0}'' is no document")
    @ValueSource(strings = {"", "~", "a.b.c", "a.b.c~", "e30.e30.~", "e30.e30.AA~!~", "e30.e30.AA==~", "e30.W10.AA~"})
    void noDocument(String text) {
        // The sound one of the shape, which has no claims, is read.
        assertThatThrownBy(() -> {
                    SdJwt.read(text);
                    SdJwt.read("e30.e30.AA~").holderKey();
                })
                .isInstanceOf(MalformedException.class);
    }

    @Test
    @DisplayName("doubled members, depth without end and trailing text are refused")
    void hostileJson() {
        assertThatThrownBy(() -> StrictJson.read("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> StrictJson.read("{} {}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
        String deep = String.join("", Collections.nCopies(20_000, "["));
        assertThatThrownBy(() -> StrictJson.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> StrictJson.read(new byte[] {'"', (byte) 0xff, '"'}))
                .hasMessageContaining("UTF-8");
    }

    @Property
    void noBitOfASignedPartCanBeChanged(@ForAll Random random) throws Exception {
        String compact = issued(ISSUER, HOLDER).showing(name -> false).compact();
        int at = random.nextInt(compact.length() - 1);
        char other = (char) ('!' + random.nextInt(90));
        String changed = compact.substring(0, at) + other + compact.substring(at + 1);
        boolean holds;
        try {
            holds = SdJwt.read(changed).isSigned(TYPE, ISSUER.key());
        } catch (MalformedException refused) {
            holds = false;
        }
        assertThat(holds).isEqualTo(changed.equals(compact));
    }

    @Property
    void bytesHaveOneText(@ForAll @Size(max = 60) byte[] bytes) throws Exception {
        assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
    }
}
