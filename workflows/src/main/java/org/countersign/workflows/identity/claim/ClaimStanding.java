package org.countersign.workflows.identity.claim;

/** What became of a kind of claim about a holder when its credentials were verified, from best to worst. */
public enum ClaimStanding {
    /** Vouched for by an accepted provider, not lapsed, not revoked. */
    IN_FORCE,
    /** Its time is over, or has not come yet. */
    LAPSED,
    /** The provider has suspended it and may take that back. */
    SUSPENDED,
    /** The provider has revoked it for good. */
    REVOKED,
    /** The provider's status list is not known here, so that nobody can say whether it was revoked. */
    UNCONFIRMED,
    /** By a provider that is not accepted for this kind. */
    UNTRUSTED,
    /** Forged, garbled, about somebody else or presented for something else. */
    INVALID,
    /** Nothing of the kind was presented. */
    ABSENT
}
