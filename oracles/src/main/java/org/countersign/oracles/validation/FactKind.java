package org.countersign.oracles.validation;

/** What a check can ask for beside the tear-off. */
public enum FactKind {
    /**
     * What each party of the transaction holds of this and other securities now, and of this one afterwards, as the
     * registrars tell it; only for aspects that see inputs.
     */
    POSITIONS,
    /**
     * What accepted providers vouch for about each holder, as the holders present it; only for aspects that may see it.
     */
    CLAIMS
}
