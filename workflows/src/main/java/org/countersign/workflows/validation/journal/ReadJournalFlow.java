package org.countersign.workflows.validation.journal;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/**
 * Reads this node's own journal, for the authority's people; at most {@link Journal#PAGE_SIZE} entries at once. No
 * other node can ask for it.
 */
@StartableByRPC
public final class ReadJournalFlow extends FlowLogic<List<JournalEntry>> {
    private final JournalQuery query;

    /**
     * Creates the flow.
     *
     * @param query which entries
     */
    public ReadJournalFlow(JournalQuery query) {
        this.query = query;
    }

    @Suspendable
    @Override
    public List<JournalEntry> call() {
        return new ArrayList<>(Journal.read(getServiceHub(), query));
    }
}
