package org.countersign.language.compile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as text. */
final class Digests {
    private Digests() {}

    /** The digest of bytes, 64 hexadecimal digits in lower case. */
    static String sha256(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            StringBuilder text = new StringBuilder();
            for (byte part : digest) {
                text.append(Character.forDigit(part >> 4 & 15, 16)).append(Character.forDigit(part & 15, 16));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
