package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;

/** A part of what a query finds in one registrar's catalogue. */
@CordaSerializable
public final class CataloguePage {
    /** How far entries are counted. */
    public static final int MOST_COUNTED = 1_000;

    private final List<CatalogueEntry> entries;
    private final int total;
    private final boolean more;

    /**
     * Creates a page.
     *
     * @param entries in the order of their symbols
     * @param total how many entries there are on all pages; one more than {@value #MOST_COUNTED} stands for more
     * @param more whether there are entries behind these
     */
    public CataloguePage(List<CatalogueEntry> entries, int total, boolean more) {
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
        this.total = total;
        this.more = more;
    }

    /** In the order of their symbols. */
    public List<CatalogueEntry> getEntries() {
        return entries;
    }

    /** How many entries there are on all pages, counted to one more than {@value #MOST_COUNTED}. */
    public int getTotal() {
        return total;
    }

    /** Whether there are entries behind these. */
    public boolean isMore() {
        return more;
    }
}
