package org.countersign.oracles.compliance.screening;

/** What a second fact says about a likeness of names. */
public enum Evidence {
    /** It fits the entry. */
    AGREES,
    /** It fits neither, or is not known on one side. */
    SILENT,
    /** It is known on both sides and does not fit. */
    CONTRADICTS
}
