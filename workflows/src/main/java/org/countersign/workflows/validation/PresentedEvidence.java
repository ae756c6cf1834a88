package org.countersign.workflows.validation;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.Rules;

/**
 * Something that a party shows to the authorities of one aspect together with a transaction, for example a statement of
 * its capital or a legal opinion. It goes to them alone and never onto the ledger; their journals keep its digest.
 *
 * <p>It proves what it is worth to whoever checks it: nothing but the proposer's word says where it comes from.
 */
@CordaSerializable
public final class PresentedEvidence {
    /** Authorities take no more pieces for one aspect of a transaction. */
    public static final int MOST = 20;
    /** Authorities take no more bytes in one piece. */
    public static final int LARGEST_BYTES = 256 * 1024;
    /** Authorities take no more characters for a kind. */
    public static final int LONGEST_KIND = 200;

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

    /** Whether an authority takes it: its kind is readable, and it is not too large. */
    public boolean isPresentable() {
        return Rules.isReadable(kind, LONGEST_KIND) && content.getSize() <= LARGEST_BYTES;
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
