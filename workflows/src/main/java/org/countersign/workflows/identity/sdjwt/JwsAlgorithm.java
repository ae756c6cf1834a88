package org.countersign.workflows.identity.sdjwt;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Arrays;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SignatureScheme;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * The signature algorithms of documents. There is exactly one for a key, so that no document can ask for another:
 * Ed25519 (RFC 8037), which is what nodes of this network have, and ES256 (RFC 7518, section 3.4), which is what others
 * use.
 */
enum JwsAlgorithm {
    EDDSA("EdDSA", Crypto.EDDSA_ED25519_SHA512) {
        @Override
        byte[] toJose(byte[] signature) {
            return signature;
        }

        @Override
        byte[] toPlatform(byte[] signature) {
            return signature;
        }
    },
    ES256("ES256", Crypto.ECDSA_SECP256R1_SHA256) {
        @Override
        byte[] toJose(byte[] signature) {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature);
            byte[] jose = new byte[2 * COORDINATE];
            for (int half = 0; half < 2; half++) {
                byte[] number = ASN1Integer.getInstance(pair.getObjectAt(half))
                        .getPositiveValue()
                        .toByteArray();
                int from = Math.max(0, number.length - COORDINATE);
                int length = number.length - from;
                System.arraycopy(number, from, jose, (half + 1) * COORDINATE - length, length);
            }
            return jose;
        }

        @Override
        byte[] toPlatform(byte[] signature) throws MalformedException {
            if (signature.length != 2 * COORDINATE) {
                throw new MalformedException("An ES256 signature has 64 bytes.");
            }
            ASN1EncodableVector pair = new ASN1EncodableVector();
            pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, 0, COORDINATE))));
            pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE))));
            try {
                return new DERSequence(pair).getEncoded();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    };

    private static final int COORDINATE = 32;

    private final String jose;
    private final SignatureScheme scheme;

    JwsAlgorithm(String jose, SignatureScheme scheme) {
        this.jose = jose;
        this.scheme = scheme;
    }

    static JwsAlgorithm of(PublicKey key) throws MalformedException {
        for (JwsAlgorithm algorithm : values()) {
            if (isOf(algorithm.scheme, key)) {
                return algorithm;
            }
        }
        throw new MalformedException("Documents are signed with Ed25519 or P-256 keys, not with this one.");
    }

    private static boolean isOf(SignatureScheme scheme, PublicKey key) {
        try {
            return Crypto.findSignatureScheme(key).equals(scheme);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Its name in a header. */
    String jose() {
        return jose;
    }

    /** A signature as the platform makes it, in the form of JWS. */
    abstract byte[] toJose(byte[] signature);

    abstract byte[] toPlatform(byte[] signature) throws MalformedException;

    boolean holds(PublicKey key, byte[] signature, byte[] content) throws MalformedException {
        try {
            return Crypto.isValid(scheme, key, toPlatform(signature), content);
        } catch (SignatureException | IllegalArgumentException wrong) {
            return false;
        }
    }
}
