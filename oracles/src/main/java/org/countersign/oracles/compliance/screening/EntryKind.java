package org.countersign.oracles.compliance.screening;

/** What a list says of an entry's nature. Vessels and aircraft are not read: nobody deals who is one. */
enum EntryKind {
    /** A natural person. */
    PERSON,
    /** A company, group or other organisation. */
    ORGANISATION,
    /** The list does not say. */
    UNKNOWN
}
