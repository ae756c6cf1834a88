package org.countersign.workflows.identity.sdjwt;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import net.corda.core.crypto.Base58;
import net.corda.core.crypto.Crypto;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.interfaces.ECPublicKey;

/**
 * Keys as {@code did:key} identifiers (W3C Credentials Community Group, did:key Method): the multicodec prefix of the
 * kind of key and the key's bytes, in base58btc. Such an identifier is its key; there is no registry to be asked.
 */
public final class DidKey {
    private static final String METHOD = "did:key:z";
    private static final byte[] ED25519 = {(byte) 0xed, 0x01};
    private static final byte[] P256 = {(byte) 0x80, 0x24};
    // SubjectPublicKeyInfo (RFC 8410 and RFC 5480) up to the bytes of the key.
    private static final byte[] ED25519_INFO = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final byte[] P256_INFO = {
        0x30,
        0x39,
        0x30,
        0x13,
        0x06,
        0x07,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0xce,
        0x3d,
        0x02,
        0x01,
        0x06,
        0x08,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0xce,
        0x3d,
        0x03,
        0x01,
        0x07,
        0x03,
        0x22,
        0x00
    };
    private static final int ED25519_LENGTH = 32;
    private static final int P256_LENGTH = 33;
    private static final int LONGEST = 100;

    private DidKey() {}

    /**
     * The identifier of a key.
     *
     * @param key an Ed25519 or P-256 key
     * @return for example {@code did:key:z6Mk…}
     * @throws MalformedException for a key of another kind
     */
    public static String of(PublicKey key) throws MalformedException {
        return METHOD
                + Base58.encode(
                        JwsAlgorithm.of(key) == JwsAlgorithm.EDDSA
                                ? joined(ED25519, rawEd25519(key))
                                : joined(
                                        P256,
                                        ((ECPublicKey) Crypto.toSupportedPublicKey(key))
                                                .getQ()
                                                .getEncoded(true)));
    }

    /**
     * The key of an identifier.
     *
     * @param did an identifier
     * @return its key
     * @throws MalformedException if it is none, or of another kind of key
     */
    public static PublicKey key(String did) throws MalformedException {
        try {
            if (did.startsWith(METHOD) && did.length() <= LONGEST) {
                byte[] bytes = Base58.decode(did.substring(METHOD.length()));
                PublicKey key = decode(bytes);
                if (key != null && of(key).equals(did)) {
                    return key;
                }
            }
        } catch (IllegalArgumentException | GeneralSecurityException refused) {
            // Told below like every other text that is none.
        }
        throw new MalformedException("A did:key of an Ed25519 or P-256 key is expected.");
    }

    private static PublicKey decode(byte[] bytes) throws GeneralSecurityException {
        if (startsWith(bytes, ED25519) && bytes.length == ED25519.length + ED25519_LENGTH) {
            return ed25519(Arrays.copyOfRange(bytes, ED25519.length, bytes.length));
        }
        if (startsWith(bytes, P256) && bytes.length == P256.length + P256_LENGTH) {
            return Crypto.decodePublicKey(
                    Crypto.ECDSA_SECP256R1_SHA256,
                    joined(P256_INFO, Arrays.copyOfRange(bytes, P256.length, bytes.length)));
        }
        return null;
    }

    static PublicKey ed25519(byte[] raw) throws GeneralSecurityException {
        return Crypto.decodePublicKey(Crypto.EDDSA_ED25519_SHA512, joined(ED25519_INFO, raw));
    }

    static byte[] rawEd25519(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
