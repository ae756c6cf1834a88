package org.countersign.contracts.compliance;

import java.security.PublicKey;
import java.util.List;
import java.util.regex.Pattern;
import net.corda.core.crypto.SecureHash;

/** The fingerprint by which a policy names a key: SHA-256 of its encoded form in capital hexadecimal digits. */
final class KeyFingerprint {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{64}");

    private KeyFingerprint() {}

    static String of(PublicKey key) {
        return SecureHash.sha256(key.getEncoded()).toString();
    }

    static void check(RuleDescription rule, List<String> fingerprints) {
        for (String fingerprint : fingerprints) {
            if (!FORM.matcher(fingerprint).matches()) {
                throw new IllegalArgumentException("'keys' of " + rule.getWord()
                        + ": a fingerprint has 64 capital hexadecimal digits; this is '" + fingerprint + "'.");
            }
        }
    }
}
