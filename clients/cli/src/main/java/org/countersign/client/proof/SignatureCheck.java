package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.SignatureScheme;
import net.corda.core.utilities.ByteArrays;
import org.countersign.workflows.ownership.proof.ProofSignature;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** Verifies signatures on transaction ids. */
final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Verifies every signature of a transaction.
     *
     * @return the keys that signed it
     */
    static Set<PublicKey> signers(TornTransaction torn) throws ProofRefusedException {
        Set<PublicKey> signers = new LinkedHashSet<>();
        String last = "";
        for (ProofSignature signature : torn.getSignatures()) {
            String key = ByteArrays.toHexString(signature.getKey().getBytes());
            require(
                    key.compareTo(last) > 0,
                    "The signatures of transaction %s are not in the order of their keys, one per key.",
                    torn.getId());
            last = key;
            signers.add(verified(torn.getId(), signature));
        }
        return signers;
    }

    private static PublicKey verified(SecureHash id, ProofSignature signature) throws ProofRefusedException {
        PublicKey key = key(id, signature);
        SignatureScheme scheme = Crypto.findSignatureScheme(key);
        require(
                scheme.getSchemeNumberID() == signature.getScheme(),
                "A signature on transaction %s says scheme %d where its key has %d.",
                id,
                signature.getScheme(),
                scheme.getSchemeNumberID());
        byte[] bytes = signature.getBytes().getBytes();
        require(
                scheme.equals(Crypto.EDDSA_ED25519_SHA512)
                        ? CanonicalSignature.isEd25519(bytes)
                        : CanonicalSignature.isDer(bytes),
                "A signature on transaction %s is not in canonical form.",
                id);
        SecureHash signed = signature.getBatch() == null ? id : MerkleCheck.batchRoot(id, signature.getBatch());
        byte[] clear = LedgerDecoder.signedBytes(
                signed, new SignatureMetadata(signature.getPlatformVersion(), signature.getScheme()));
        require(isValid(scheme, key, bytes, clear), "A signature on transaction %s is not by the key it names.", id);
        return key;
    }

    private static boolean isValid(SignatureScheme scheme, PublicKey key, byte[] bytes, byte[] clear) {
        try {
            return Crypto.isValid(scheme, key, bytes, clear);
        } catch (Exception malformed) {
            // Providers throw checked exceptions that Corda's Kotlin signature does not declare.
            return false;
        }
    }

    private static PublicKey key(SecureHash id, ProofSignature signature) throws ProofRefusedException {
        byte[] encoded = signature.getKey().getBytes();
        PublicKey key;
        try {
            key = Crypto.decodePublicKey(encoded);
        } catch (Exception malformed) {
            // Key factories throw checked exceptions that Corda does not declare.
            throw new ProofRefusedException("A signature on transaction " + id + " names no key.", malformed);
        }
        require(
                !(key instanceof CompositeKey) && Arrays.equals(key.getEncoded(), encoded),
                "A signature on transaction %s names no plain key in canonical form.",
                id);
        SignatureScheme scheme = Crypto.findSignatureScheme(key);
        require(
                scheme.equals(Crypto.EDDSA_ED25519_SHA512)
                        || scheme.equals(Crypto.ECDSA_SECP256R1_SHA256)
                        || scheme.equals(Crypto.ECDSA_SECP256K1_SHA256),
                "A signature on transaction %s is of the scheme %s, which proofs do not use.",
                id,
                scheme.getSchemeCodeName());
        return key;
    }
}
