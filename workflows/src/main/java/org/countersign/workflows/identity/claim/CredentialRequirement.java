package org.countersign.workflows.identity.claim;

/** What a presented credential has to meet, each with how the claim stands if it does not. */
public enum CredentialRequirement {
    /** The provider's status list is known here, and is the provider's. */
    STATUS_KNOWN(ClaimStanding.UNCONFIRMED),
    /** It is valid until the transaction can no longer become final. */
    NOT_EXPIRED(ClaimStanding.LAPSED),
    /** The provider has not suspended it. */
    NOT_SUSPENDED(ClaimStanding.SUSPENDED),
    /** The provider has not revoked it. */
    NOT_REVOKED(ClaimStanding.REVOKED),
    /** Its issuer is accepted for its kind of claim. */
    TRUSTED_ISSUER(ClaimStanding.UNTRUSTED),
    /** It is signed with the key of the issuer that it names. */
    SIGNATURE(ClaimStanding.INVALID),
    /** It was issued to the key that holds, and that key states that it presents it. */
    KEY_BINDING(ClaimStanding.INVALID),
    /** The statement is for this authority. */
    AUDIENCE(ClaimStanding.INVALID),
    /** The statement is for this transaction. */
    NONCE(ClaimStanding.INVALID);

    private final ClaimStanding standing;

    CredentialRequirement(ClaimStanding standing) {
        this.standing = standing;
    }

    /** How a claim stands that does not meet it. */
    public ClaimStanding getStanding() {
        return standing;
    }
}
