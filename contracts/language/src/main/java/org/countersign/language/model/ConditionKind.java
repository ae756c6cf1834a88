package org.countersign.language.model;

/** What a condition is. */
public enum ConditionKind {
    /** A rule of the catalogue. */
    RULE,
    /** All of its parts. */
    ALL,
    /** At least one of its parts. */
    ANY,
    /** The contrary of its part. */
    NOT,
    /** Its second part, where the first one holds. */
    WHEN
}
