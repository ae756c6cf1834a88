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
 * Shows somebody that a key is the sender's, in the form of a proof of OpenID for Verifiable Credential Issuance: a
 * signed object and not the bare challenge, for nobody may choose the bytes that a node signs.
 */
public final class KeyProof {
    private static final String TYPE = "openid4vci-proof+jwt";
    private static final int LONGEST_CHALLENGE = 100;

    private KeyProof() {}

    /**
     * Makes a proof.
     *
     * @param audience the key of who is to believe it
     * @param challenge what ties it to one purpose, at most 100 characters
     * @param issuedAt when, in seconds since 1970
     * @param holder signs with the key that is proved
     * @return the signed object
     * @throws MalformedException if the challenge is too long, or a key is of a kind that documents are not signed with
     */
    public static String make(PublicKey audience, String challenge, long issuedAt, DocumentSigner holder)
            throws MalformedException {
        if (challenge.length() > LONGEST_CHALLENGE) {
            throw new MalformedException("The challenge is too long.");
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("aud", DidKey.of(audience));
        proof.put("iat", issuedAt);
        proof.put("nonce", challenge);
        return Jws.sign(TYPE, proof, holder);
    }

    /**
     * Looks at a proof.
     *
     * @param proof what came
     * @param audience the key of who looks at it
     * @param challenge what it must be tied to
     * @param holder the key that it must prove
     * @return whether it does
     * @throws MalformedException if it is no signed object
     */
    public static boolean holds(String proof, PublicKey audience, String challenge, PublicKey holder)
            throws MalformedException {
        Jws read = Jws.read(proof);
        JsonNode payload = read.getPayload();
        return read.isSigned(TYPE, holder)
                && payload.path("aud").asText().equals(DidKey.of(audience))
                && payload.path("nonce").asText().equals(challenge);
    }
}
