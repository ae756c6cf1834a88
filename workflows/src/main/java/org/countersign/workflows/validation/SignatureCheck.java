package org.countersign.workflows.validation;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SignatureException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;

/** Whether a signature that came from somebody else is what it should be. */
public final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * Checks a signature.
     *
     * @param signature what was received
     * @param key whose it must be
     * @param transactionId what it must be over
     * @return whether it is by that key and over that id
     */
    public static boolean holds(TransactionSignature signature, PublicKey key, SecureHash transactionId) {
        try {
            return signature.getBy().equals(key) && signature.isValid(transactionId);
        } catch (InvalidKeyException | SignatureException | RuntimeException malformed) {
            // The platform throws several kinds at a scheme it does not know or bytes that are no signature.
            return false;
        }
    }
}
