package org.countersign.contracts.definition;

import net.corda.core.serialization.CordaSerializable;

/** Whether holdings of a security can move. */
@CordaSerializable
public enum SecurityStatus {
    /** Issue, transfer and redemption are open, within the other rules. */
    ACTIVE,
    /** Nothing moves until the registrars lift the freeze. */
    FROZEN,
    /** Nothing moves but by order, until the pause ends by itself. */
    PAUSED
}
