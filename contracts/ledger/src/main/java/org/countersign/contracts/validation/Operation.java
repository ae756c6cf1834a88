package org.countersign.contracts.validation;

import net.corda.core.serialization.CordaSerializable;

/**
 * What a transaction does with a security.
 *
 * <p>A validation policy says per operation which aspects must be attested, and an attestation names the operation it
 * was given for, so that a move cannot be attested as something milder.
 */
@CordaSerializable
public enum Operation {
    /** A definition, a segment or a membership comes into being or changes; no holding moves. */
    DEFINE,
    /** New holdings come into being. */
    ISSUE,
    /** Holdings pass from holder to holder. */
    TRANSFER,
    /** Holdings are handed back to the issuer and end. */
    REDEEM,
    /** Something that binds all holders alike, such as a split or a conversion at maturity. */
    CORPORATE_ACTION,
    /** What a holder holds is frozen by order, wholly or in part. */
    FREEZE,
    /** A freeze of what a holder holds ends. */
    RELEASE,
    /** Holdings pass to a receiver by order, without the holder's signature. */
    FORCE_TRANSFER,
    /** Holdings end by order, without the holder's signature. */
    FORCE_REDEEM,
    /** All that a lost key holds passes to another key of the same holder. */
    RECOVER,
    /** An amendment of a definition is announced; who is named for it approves amendments. No holding moves. */
    AMEND
}
