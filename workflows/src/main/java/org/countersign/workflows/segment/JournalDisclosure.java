package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.validation.journal.JournalEntry;

/**
 * What an authority hands a regulator of its journal. The entry about the request itself is among it: it follows
 * whatever was in the journal by then, so that no entry can be changed afterwards without the regulator being able to
 * tell.
 */
@CordaSerializable
public final class JournalDisclosure {
    private final List<JournalEntry> entries;
    private final JournalEntry request;
    private final boolean more;
    private final String refusal;

    /**
     * Creates a disclosure.
     *
     * @param entries those that concern the securities of the segment, lowest number first
     * @param request the authority's own entry about this request
     * @param more whether there are more after the last of them
     * @param refusal why nothing is handed over, or null
     */
    public JournalDisclosure(List<JournalEntry> entries, JournalEntry request, boolean more, String refusal) {
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
        this.request = request;
        this.more = more;
        this.refusal = refusal;
    }

    /** The entries that concern the securities of the segment. */
    public List<JournalEntry> getEntries() {
        return entries;
    }

    /** The authority's own entry about this request. */
    public JournalEntry getRequest() {
        return request;
    }

    /** Whether there are more after the last of them. */
    public boolean getMore() {
        return more;
    }

    /** Why nothing is handed over, or null. */
    public String getRefusal() {
        return refusal;
    }
}
