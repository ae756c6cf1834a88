package org.countersign.workflows.validation;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;

/**
 * Something that a party shows to the authorities of one aspect together with a transaction, for example a statement of
 * its capital or a credential. It goes to them alone and never onto the ledger.
 */
@CordaSerializable
public final class PresentedEvidence {
    private final String kind;
    private final OpaqueBytes content;

    /**
     * Creates a piece of evidence.
     *
     * @param kind what it is, as an IANA media type or a name that authorities have published
     * @param content the document itself
     */
    public PresentedEvidence(String kind, OpaqueBytes content) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.content = Objects.requireNonNull(content, "content");
    }

    /** What it is. */
    public String getKind() {
        return kind;
    }

    /** The document itself. */
    public OpaqueBytes getContent() {
        return content;
    }
}
