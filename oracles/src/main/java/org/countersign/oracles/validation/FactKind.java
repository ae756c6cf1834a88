package org.countersign.oracles.validation;

/** What a check can ask for beside the tear-off. Which aspects may see which is said by {@link FactDisclosure}. */
public enum FactKind {
    /**
     * What each party of the transaction holds of this and other securities now, and of this one afterwards, as the
     * registrars tell it; only for aspects that see inputs.
     */
    POSITIONS,
    /**
     * What accepted providers vouch for about each holder, as the holders present it; only for aspects that may see it.
     */
    CLAIMS,
    /**
     * What registrars tell for compliance: the lots that are given up, what the keys hold that the authority knows, how
     * many others hold; only for aspects that see inputs. Gathered after the claims.
     */
    REGISTER
}
