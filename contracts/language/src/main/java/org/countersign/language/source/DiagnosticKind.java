package org.countersign.language.source;

/** The kinds of things that are said about a source; each has a golden file that shows it. */
public enum DiagnosticKind {
    /** The file is larger than a source may be. */
    SOURCE_TOO_LARGE,
    /** The file is not text. */
    NOT_UTF8,
    /** A character that hides itself or turns the text around it. */
    HIDDEN_CHARACTER,
    /** Conditions are nested deeper than allowed. */
    NESTED_TOO_DEEP,
    /** A text in quotes without its end. */
    OPEN_TEXT,
    /** Characters that are nothing in the language. */
    STRANGE_WORD,
    /** Something stands where it cannot stand. */
    MISPLACED,
    /** A clause in a section that has no such clauses. */
    WRONG_SECTION,
    /** A section that does not exist. */
    UNKNOWN_SECTION,
    /** A clause that its section does not have. */
    UNKNOWN_CLAUSE,
    /** A rule that the catalogue does not have. */
    UNKNOWN_RULE,
    /** A parameter that a clause or rule does not have. */
    UNKNOWN_PARAMETER,
    /** A word that is none of those that can stand there. */
    UNKNOWN_WORD,
    /** A code that its ISO standard does not have. */
    UNKNOWN_CODE,
    /** A committee or segment that the network does not have, or that is not competent. */
    UNKNOWN_COMMITTEE,
    /** A section or clause that a security needs is missing. */
    MISSING_CLAUSE,
    /** A parameter that a clause or rule needs is missing. */
    MISSING_PARAMETER,
    /** Something is said twice. */
    SAID_TWICE,
    /** A value of another type than is needed. */
    WRONG_TYPE,
    /** Values that cannot be added, subtracted or taken a part of. */
    WRONG_UNITS,
    /** A value that is written wrongly, such as a date that does not exist. */
    MALFORMED_VALUE,
    /** A value that is out of its range. */
    OUT_OF_RANGE,
    /** An amount that the ledger cannot count. */
    OVERFLOW,
    /** The rule's own class refuses its parameters. */
    REFUSED_BY_RULE,
    /** The policy is larger than one may be. */
    TOO_LARGE_POLICY,
    /** The same jurisdiction, person or key allowed and barred. */
    ALLOWED_AND_BARRED,
    /** More demanded at least than allowed at most, or than there is. */
    LEAST_ABOVE_MOST,
    /** Requirements that nothing can meet. */
    CONTRADICTION,
    /** A lock-up that ends after the security does. */
    BEYOND_MATURITY,
    /** More is to be said than anybody reads. */
    NOT_TOLD,
    /** The same requirement twice in the same place. */
    REPEATED(true),
    /** A clause that never applies. */
    UNREACHABLE(true),
    /** A clause that always holds. */
    IDLE(true),
    /** A rule that only authorities can judge, of an operation that none is asked about. */
    NEVER_ATTESTED(true),
    /** An operation that no transaction can do under the policy. */
    IMPOSSIBLE_OPERATION(true),
    /** A policy of which not every case could be tried. */
    NOT_SEARCHED(true);

    private final boolean warning;

    DiagnosticKind() {
        this(false);
    }

    DiagnosticKind(boolean warning) {
        this.warning = warning;
    }

    /** Whether the source stands in spite of it. */
    public boolean isWarning() {
        return warning;
    }
}
