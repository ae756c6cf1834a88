package org.countersign.contracts.validation;

import net.corda.core.serialization.CordaSerializable;

/** What came of one requirement. */
@CordaSerializable
public enum FindingResult {
    /** The requirement holds. */
    MET,
    /** The requirement does not hold. */
    NOT_MET,
    /** The requirement says nothing about this transaction. */
    NOT_APPLICABLE,
    /** It could not be found out, for example because a source did not answer. Counts as not met. */
    UNDECIDED
}
