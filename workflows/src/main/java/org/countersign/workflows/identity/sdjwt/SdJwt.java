package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.corda.core.crypto.SecureHash;

/**
 * A selectively disclosable document (RFC 9901): a signed part, the claims that are shown, and, when it is presented, a
 * statement signed by the holder's key for whom and for what.
 */
public final class SdJwt {
    /** The media type of the holder's statement. */
    public static final String KEY_BINDING_TYPE = "kb+jwt";

    private static final int SALT_BYTES = 16;
    private static final int LONGEST = 100_000;
    private static final int MOST_DISCLOSURES = 100;

    private final String signedPart;
    private final List<Disclosure> disclosures;
    private final String keyBinding;
    private final Jws signed;
    private final JsonNode payload;

    private SdJwt(String signedPart, List<Disclosure> disclosures, String keyBinding) throws MalformedException {
        this.signedPart = signedPart;
        this.disclosures = Collections.unmodifiableList(new ArrayList<>(disclosures));
        this.keyBinding = keyBinding;
        this.signed = Jws.read(signedPart);
        this.payload = DisclosedPayload.of(signed.getPayload(), disclosures);
    }

    /**
     * Reads a document; signatures are not looked at yet.
     *
     * @param compact the signed part, each disclosure and, if there is one, the holder's statement, with a tilde behind
     *     each but the last
     * @return the document
     * @throws MalformedException if it is none, or discloses what the signed part has no digest of
     */
    public static SdJwt read(String compact) throws MalformedException {
        String[] parts = compact.split("~", -1);
        if (parts.length < 2 || parts.length - 2 > MOST_DISCLOSURES || compact.length() > LONGEST) {
            throw new MalformedException("The document is no SD-JWT of at most " + LONGEST + " characters and "
                    + MOST_DISCLOSURES + " disclosures.");
        }
        List<Disclosure> disclosures = new ArrayList<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length - 1)) {
            disclosures.add(Disclosure.read(part));
        }
        String last = parts[parts.length - 1];
        return new SdJwt(parts[0], disclosures, last.isEmpty() ? null : last);
    }

    /**
     * Makes and signs a document.
     *
     * @param type the media type without {@code application/}
     * @param open what everybody sees whom it is shown to
     * @param holder the key that has to sign when it is presented
     * @param hidden what can be shown or not, each by itself
     * @param signer who signs
     * @param random for the salts; must not be predictable
     * @return the document with everything disclosed
     * @throws MalformedException if a key is of a kind that documents are not signed with
     */
    public static SdJwt issue(
            String type,
            Map<String, ?> open,
            PublicKey holder,
            Map<String, ?> hidden,
            DocumentSigner signer,
            Random random)
            throws MalformedException {
        List<Disclosure> disclosures = new ArrayList<>();
        for (Map.Entry<String, ?> claim : hidden.entrySet()) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            disclosures.add(Disclosure.of(Base64Url.encode(salt), claim.getKey(), claim.getValue()));
        }
        List<String> digests = new ArrayList<>();
        disclosures.forEach(disclosure -> digests.add(disclosure.digest()));
        // Sorted, since their order would tell which claim is which.
        Collections.sort(digests);
        Map<String, Object> payload = new LinkedHashMap<>(open);
        payload.put("cnf", Collections.singletonMap("jwk", KeyJwk.of(holder)));
        payload.put("_sd_alg", "sha-256");
        payload.put("_sd", digests);
        return new SdJwt(Jws.sign(type, payload, signer), disclosures, null);
    }

    /**
     * The document with fewer claims shown, and without a statement of the holder's.
     *
     * @param shown says of a claim's name whether it is shown
     * @return the document
     */
    public SdJwt showing(Predicate<String> shown) {
        List<Disclosure> kept = new ArrayList<>();
        for (Disclosure disclosure : disclosures) {
            if (disclosure.name() != null && shown.test(disclosure.name())) {
                kept.add(disclosure);
            }
        }
        try {
            return new SdJwt(signedPart, kept, null);
        } catch (MalformedException impossible) {
            throw new IllegalStateException("Fewer disclosures of a sound document are sound.", impossible);
        }
    }

    /**
     * The document with the holder's statement, which binds it to one purpose (RFC 9901, section 4.3).
     *
     * @param audience for whom
     * @param nonce for what
     * @param issuedAt when, in seconds since 1970
     * @param signer signs with the holder's key
     * @return the document to be presented
     * @throws MalformedException if the key is of a kind that documents are not signed with
     */
    public SdJwt bound(String audience, String nonce, long issuedAt, DocumentSigner signer) throws MalformedException {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("iat", issuedAt);
        statement.put("aud", audience);
        statement.put("nonce", nonce);
        statement.put("sd_hash", hash());
        return new SdJwt(signedPart, disclosures, Jws.sign(KEY_BINDING_TYPE, statement, signer));
    }

    /** The whole as text. */
    public String compact() {
        return unbound() + (keyBinding == null ? "" : keyBinding);
    }

    /** Whether a key has signed it. */
    public boolean isSigned(String type, PublicKey key) throws MalformedException {
        return signed.isSigned(type, key);
    }

    /** What the signed part says, with what is disclosed in its place. */
    public JsonNode getPayload() {
        return payload;
    }

    /** A digest of the signed part, the same whatever is disclosed. */
    public SecureHash signedDigest() {
        return SecureHash.sha256(signedPart.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The key that has to sign when it is presented.
     *
     * @return the key of the claim {@code cnf}
     * @throws MalformedException if it has none that is known here
     */
    public PublicKey holderKey() throws MalformedException {
        return KeyJwk.key(signed.getPayload().path("cnf").path("jwk"));
    }

    /** Whether a statement of the holder comes with it. */
    public boolean isBound() {
        return keyBinding != null;
    }

    /**
     * What the holder states, if the holder's key has signed it and it is about exactly what is disclosed.
     *
     * @return the statement
     * @throws MalformedException if there is none, or it is not the holder's, or not of this document
     */
    public JsonNode keyBinding() throws MalformedException {
        if (keyBinding == null) {
            throw new MalformedException("The document is presented without a statement of its holder.");
        }
        Jws statement = Jws.read(keyBinding);
        if (!statement.isSigned(KEY_BINDING_TYPE, holderKey())
                || !statement.getPayload().path("sd_hash").asText().equals(hash())) {
            throw new MalformedException("The holder's statement is not signed by its key, or is of another document.");
        }
        return statement.getPayload();
    }

    private String hash() {
        return Base64Url.encode(
                SecureHash.sha256(unbound().getBytes(StandardCharsets.US_ASCII)).getBytes());
    }

    private String unbound() {
        StringBuilder text = new StringBuilder(signedPart).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure.encoded()).append('~'));
        return text.toString();
    }
}
