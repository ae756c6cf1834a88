package org.countersign.language.check;

/**
 * The rules of the catalogue that scopes stand for. {@code on transfer for retail in DE} is the same as {@code when
 * operation transfer and acquirer-category retail and acquirer-residence DE}.
 */
public final class ScopeWords {
    /** Recognises what is done; {@code on}. */
    public static final String OPERATION = "operation";
    /** Recognises what one of those is who acquire; {@code for}. */
    public static final String CATEGORY = "acquirer-category";
    /** Recognises where one of those resides who acquire; {@code in}. */
    public static final String JURISDICTION = "acquirer-residence";

    private ScopeWords() {}
}
