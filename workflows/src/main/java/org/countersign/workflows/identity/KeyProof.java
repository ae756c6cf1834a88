package org.countersign.workflows.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;
import org.countersign.workflows.identity.sdjwt.Jws;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/**
 * Shows a provider that a key is the holder's, in the form of a proof of OpenID for Verifiable Credential Issuance: a
 * signed object and not the bare challenge, for nobody may choose the bytes that a node signs.
 */
final class KeyProof {
    private static final String TYPE = "openid4vci-proof+jwt";
    private static final int LONGEST_CHALLENGE = 100;

    private KeyProof() {}

    static String make(PublicKey provider, String challenge, long issuedAt, DocumentSigner holder)
            throws MalformedException {
        if (challenge.length() > LONGEST_CHALLENGE) {
            throw new MalformedException("The provider's challenge is too long.");
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("aud", DidKey.of(provider));
        proof.put("iat", issuedAt);
        proof.put("nonce", challenge);
        return Jws.sign(TYPE, proof, holder);
    }

    static boolean holds(String proof, PublicKey provider, String challenge, PublicKey holder)
            throws MalformedException {
        Jws read = Jws.read(proof);
        JsonNode payload = read.getPayload();
        return read.isSigned(TYPE, holder)
                && payload.path("aud").asText().equals(DidKey.of(provider))
                && payload.path("nonce").asText().equals(challenge);
    }
}
