package org.countersign.workflows.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import net.corda.core.crypto.Crypto;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;

/** Signs with a key that is always the same for the same seed. */
final class TestSigner implements DocumentSigner {
    private final KeyPair pair;

    TestSigner(long seed) {
        this.pair = Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.valueOf(seed));
    }

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
}
