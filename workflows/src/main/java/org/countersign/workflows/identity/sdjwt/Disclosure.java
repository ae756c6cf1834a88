package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.corda.core.crypto.SecureHash;

/**
 * A claim that may be shown or not (RFC 9901, section 4.2): a salt, the claim's name unless it is an item of a list,
 * and its value. The signed part holds only its digest.
 */
final class Disclosure {
    private static final int NAMED = 3;

    private final String encoded;
    private final String name;
    private final JsonNode value;

    private Disclosure(String encoded, String name, JsonNode value) {
        this.encoded = encoded;
        this.name = name;
        this.value = value;
    }

    static Disclosure of(String salt, String name, Object value) {
        String encoded = Base64Url.encode(StrictJson.write(Arrays.asList(salt, name, value)));
        return new Disclosure(encoded, name, StrictJson.mapper().valueToTree(value));
    }

    static Disclosure read(String encoded) throws MalformedException {
        JsonNode parts = StrictJson.read(Base64Url.decode(encoded));
        boolean named = parts.size() == NAMED;
        boolean sound = parts.isArray()
                && (named || parts.size() == NAMED - 1)
                && parts.get(0).isTextual()
                && (!named || parts.get(1).isTextual());
        if (!sound) {
            throw new MalformedException("A disclosure of the document is no salt, name and value.");
        }
        return new Disclosure(encoded, named ? parts.get(1).asText() : null, parts.get(parts.size() - 1));
    }

    /** As it stands in the document. */
    String encoded() {
        return encoded;
    }

    /** The claim's name, or null for an item of a list. */
    String name() {
        return name;
    }

    JsonNode value() {
        return value;
    }

    /** Of the text as it stands, and not of what it decodes to, which could be written in many ways. */
    String digest() {
        return Base64Url.encode(
                SecureHash.sha256(encoded.getBytes(StandardCharsets.US_ASCII)).getBytes());
    }
}
