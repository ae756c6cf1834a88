package org.countersign.contracts.compliance;

/** Who can decide a rule. */
public enum Reach {
    /** Everybody who has the transaction and the definition: the contract decides it, and so does every node. */
    PUBLIC,
    /** Only who knows claims of holders or figures of the register: the authorities of COMPLIANCE decide it. */
    PRIVATE
}
