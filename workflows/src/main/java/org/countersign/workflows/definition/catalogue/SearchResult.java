package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.serialization.CordaSerializable;

/** A page of what a search found over all committees of registrars. */
@CordaSerializable
public final class SearchResult {
    private final List<CatalogueEntry> entries;
    private final int total;
    private final boolean counted;
    private final String next;
    private final Map<String, String> unanswered;

    /**
     * Creates a result.
     *
     * @param entries in the order of their symbols
     * @param total how many entries there are on all pages, or, if they are too many to count, some of them
     * @param counted whether all were counted
     * @param next behind which security the next page begins; null if there is none
     * @param unanswered the names of committees none of whose registrars answered, with what is known of the reason
     */
    public SearchResult(
            List<CatalogueEntry> entries, int total, boolean counted, String next, Map<String, String> unanswered) {
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
        this.total = total;
        this.counted = counted;
        this.next = next;
        this.unanswered = Collections.unmodifiableMap(new LinkedHashMap<>(unanswered));
    }

    /** In the order of their symbols. */
    public List<CatalogueEntry> getEntries() {
        return entries;
    }

    /** How many entries there are on all pages; at least so many if they are not {@link #isCounted() counted}. */
    public int getTotal() {
        return total;
    }

    /** Whether all were counted. */
    public boolean isCounted() {
        return counted;
    }

    /** Behind which security the next page begins; null if there is none. */
    public String getNext() {
        return next;
    }

    /** The names of committees none of whose registrars answered, with what is known of the reason. */
    public Map<String, String> getUnanswered() {
        return unanswered;
    }
}
