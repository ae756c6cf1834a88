package org.countersign.workflows.definition.catalogue;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** What one member asks a registrar's catalogue. */
@CordaSerializable
public final class CatalogueRequest {
    /** The most entries of a page. */
    public static final int LARGEST_PAGE = 200;

    private final String committee;
    private final String query;
    private final String after;
    private final int size;

    /**
     * Creates a request.
     *
     * @param committee the digest in the identifier of the registrars' committee
     * @param query what is asked, as people write it
     * @param after behind which security the page begins, as the page before says; null to begin
     * @param size the most entries of the page, 1 to {@value #LARGEST_PAGE}
     */
    public CatalogueRequest(String committee, String query, String after, int size) {
        this.committee = Objects.requireNonNull(committee, "committee");
        this.query = Objects.requireNonNull(query, "query");
        this.after = after;
        this.size = size;
    }

    /** The digest in the identifier of the registrars' committee. */
    public String getCommittee() {
        return committee;
    }

    /** What is asked. */
    public String getQuery() {
        return query;
    }

    /** Behind which security the page begins; null to begin. */
    public String getAfter() {
        return after;
    }

    /** The most entries of the page. */
    public int getSize() {
        return size;
    }
}
