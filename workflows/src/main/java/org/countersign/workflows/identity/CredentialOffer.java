package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.identity.ClaimKind;

/** What a provider announces before it hands over a credential: for which key, of which kind, and what to prove. */
@CordaSerializable
public final class CredentialOffer {
    private final PublicKey holder;
    private final ClaimKind kind;
    private final String challenge;

    /**
     * Creates an offer.
     *
     * @param holder the key that the credential is for
     * @param kind what it is about
     * @param challenge a text that nobody can foresee, to be signed with that key
     */
    public CredentialOffer(PublicKey holder, ClaimKind kind, String challenge) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.challenge = Objects.requireNonNull(challenge, "challenge");
    }

    /** The key that the credential is for. */
    public PublicKey getHolder() {
        return holder;
    }

    /** What it is about. */
    public ClaimKind getKind() {
        return kind;
    }

    /** A text that nobody can foresee. */
    public String getChallenge() {
        return challenge;
    }
}
