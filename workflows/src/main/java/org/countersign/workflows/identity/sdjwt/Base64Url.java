package org.countersign.workflows.identity.sdjwt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64url without padding (RFC 7515, section 2), of which each content has exactly one form. */
public final class Base64Url {
    private Base64Url() {}

    /**
     * Encodes.
     *
     * @param bytes any
     * @return their text
     */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Encodes a text as UTF-8.
     *
     * @param text any
     * @return its text
     */
    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes.
     *
     * @param text what {@link #encode(byte[])} gives, and nothing else
     * @return the bytes
     * @throws MalformedException if it is padded, has other characters, or stray bits at the end
     */
    public static byte[] decode(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // The JDK lets pass what several texts would decode to.
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException refused) {
            // Told below like every other text that is none.
        }
        throw new MalformedException("A part of the document is not base64url without padding.");
    }
}
