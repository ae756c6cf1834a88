package org.countersign.contracts.identity;

import net.corda.core.serialization.CordaSerializable;

/**
 * How a credential stands, as two bits of its provider's list; names and values as in the IETF's Token Status List,
 * where what is revoked is called invalid. The fourth value has no meaning here and stands in no list.
 */
@CordaSerializable
public enum CredentialStatus {
    /** As issued. */
    VALID,
    /** Withdrawn for good. */
    REVOKED,
    /** Withdrawn until the provider reinstates it. */
    SUSPENDED
}
