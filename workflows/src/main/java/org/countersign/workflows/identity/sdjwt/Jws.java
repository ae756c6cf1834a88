package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed JSON object in compact form (RFC 7515): header, payload and signature.
 *
 * <p>What is signed begins with the base64url of a JSON object, {@code eyJ} or {@code ey}, and so is never the content
 * of a signature on a transaction, which begins with the platform's own marker.
 */
public final class Jws {
    private static final int LONGEST = 65_536;

    private final ObjectNode header;
    private final ObjectNode payload;
    private final String signed;
    private final byte[] signature;

    private Jws(ObjectNode header, ObjectNode payload, String signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /**
     * Reads one; its signature is not looked at yet.
     *
     * @param compact three parts with dots between them
     * @return the object
     * @throws MalformedException if it is none
     */
    public static Jws read(String compact) throws MalformedException {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3 || compact.length() > LONGEST) {
            throw new MalformedException(
                    "A signed part of the document has not three parts or is longer than " + LONGEST + " characters.");
        }
        ObjectNode header = StrictJson.object(Base64Url.decode(parts[0]));
        if (header.has("crit") || header.has("b64")) {
            throw new MalformedException("A signed part of the document asks for extensions that are not known here.");
        }
        return new Jws(
                header,
                StrictJson.object(Base64Url.decode(parts[1])),
                parts[0] + "." + parts[1],
                Base64Url.decode(parts[2]));
    }

    /**
     * Signs an object.
     *
     * @param type the media type of the whole without {@code application/}
     * @param payload what is said
     * @param signer with which key
     * @return the compact form
     * @throws MalformedException if the key is of a kind that documents are not signed with
     */
    public static String sign(String type, Map<String, ?> payload, DocumentSigner signer) throws MalformedException {
        JwsAlgorithm algorithm = JwsAlgorithm.of(signer.key());
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.jose());
        header.put("typ", type);
        String content = Base64Url.encode(StrictJson.write(header)) + "." + Base64Url.encode(StrictJson.write(payload));
        byte[] signature = algorithm.toJose(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
        return content + "." + Base64Url.encode(signature);
    }

    /**
     * Whether it is of a type and a key has signed it. Only the key says by which algorithm; a header that names
     * another one fails.
     *
     * @param type the media type without {@code application/}
     * @param key whose signature it must be
     * @return whether it is
     * @throws MalformedException if the key is of a kind that documents are not signed with
     */
    public boolean isSigned(String type, PublicKey key) throws MalformedException {
        JwsAlgorithm algorithm = JwsAlgorithm.of(key);
        return header.path("typ").asText().equals(type)
                && header.path("alg").asText().equals(algorithm.jose())
                && algorithm.holds(key, signature, signed.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is said. */
    public JsonNode getPayload() {
        return payload;
    }
}
