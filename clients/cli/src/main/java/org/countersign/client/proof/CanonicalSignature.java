package org.countersign.client.proof;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Whether a signature is written in the one form that its algorithm prescribes.
 *
 * <p>Libraries accept more than that: an Ed25519 scalar with the group's order added, an ECDSA sequence with padding.
 * Of an ECDSA signature there is a second valid form all the same, with the scalar negated, which nobody can tell from
 * the first; it changes nothing that is signed.
 */
final class CanonicalSignature {
    private static final int ED25519_LENGTH = 64;
    private static final BigInteger ED25519_ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private CanonicalSignature() {}

    /** Whether these are 64 bytes, the last 32 of them a number below the group's order, least significant first. */
    static boolean isEd25519(byte[] signature) {
        if (signature.length != ED25519_LENGTH) {
            return false;
        }
        byte[] scalar = Arrays.copyOfRange(signature, ED25519_LENGTH / 2, ED25519_LENGTH);
        for (int left = 0, right = scalar.length - 1; left < right; left++, right--) {
            byte swapped = scalar[left];
            scalar[left] = scalar[right];
            scalar[right] = swapped;
        }
        return new BigInteger(1, scalar).compareTo(ED25519_ORDER) < 0;
    }

    /** Whether these bytes are the DER form of what they encode. */
    static boolean isDer(byte[] encoded) {
        try {
            return Arrays.equals(ASN1Primitive.fromByteArray(encoded).getEncoded(ASN1Encoding.DER), encoded);
        } catch (IOException | RuntimeException malformed) {
            return false;
        }
    }
}
