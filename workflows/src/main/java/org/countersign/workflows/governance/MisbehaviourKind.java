package org.countersign.workflows.governance;

import net.corda.core.serialization.CordaSerializable;

/** What a member of a committee did that no honest member does. To refuse, to be slow or to be down is not among it. */
@CordaSerializable
public enum MisbehaviourKind {
    /** It attested and refused the same transaction, each under its seal or signature. Proves itself to anybody. */
    EQUIVOCATION,
    /** It answered with a signature by another key than that of its seat. */
    WRONG_KEY,
    /** It answered with a signature or a seal that is not over the transaction it was asked about. */
    WRONG_TRANSACTION,
    /** Its seal is not by the key of its seat, or says something else than its answer. */
    INVALID_SEAL,
    /** It answered with something that is no answer. */
    UNREADABLE,
    /** It answered that a transaction is final, with signatures that do not make it so. */
    FALSE_FINALITY,
    /** It answered that its checks fail, without the seal that binds it to such an answer. */
    UNSEALED_REFUSAL,
    /**
     * It refused a transaction by a word that binds it, and signed the transaction later: a registrar that had refused
     * a proposer, whose vote is among the signatures that made the transaction final; an authority that had answered
     * without a seal that its checks fail. That it refused is the recorder's word.
     */
    BROKEN_REFUSAL
}
