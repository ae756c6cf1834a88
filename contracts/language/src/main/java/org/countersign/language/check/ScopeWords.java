package org.countersign.language.check;

/**
 * The rules of the catalogue that scopes stand for. {@code on transfer for retail in DE} is the same as {@code when
 * operation transfer and investor-category retail and not residence-barred DE}.
 */
public final class ScopeWords {
    /** Recognises what is done; {@code on}. */
    public static final String OPERATION = "operation";
    /** Recognises what those are who acquire; {@code for}. */
    public static final String CATEGORY = "investor-category";
    /**
     * Holds if nobody acquires who resides in one of some jurisdictions; {@code in} is its contrary, so that it applies
     * as soon as one of several acquirers resides there, or is not attested to reside elsewhere.
     */
    public static final String ELSEWHERE = "residence-barred";

    private ScopeWords() {}
}
