package org.countersign.workflows.definition.catalogue;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/**
 * Searches the catalogue of the network; runs at any member.
 *
 * <p>Steps: read the query; ask one registrar of each ownership committee that this member knows, and the next one
 * where one does not answer; check and merge the pages. A committee that does not answer is named in the result, and
 * its securities are missing from it. Fails if the query, the page size or the cursor is not in order.
 */
@StartableByRPC
public final class SearchSecuritiesFlow extends FlowLogic<SearchResult> {
    private final String query;
    private final String after;
    private final int pageSize;

    /**
     * Creates the flow.
     *
     * @param query what is asked, for example {@code kind = note and denomination <= 1,000 EUR}
     * @param after behind which security the page begins, as the result before says; empty to begin, since no flow can
     *     be started by RPC with null
     * @param pageSize the most entries of the page, 1 to {@link CatalogueRequest#LARGEST_PAGE}
     */
    public SearchSecuritiesFlow(String query, String after, int pageSize) {
        this.query = query;
        this.after = after.isEmpty() ? null : after;
        this.pageSize = pageSize;
    }

    @Suspendable
    @Override
    public SearchResult call() throws FlowException {
        ReadCatalogue.check(new CatalogueRequest("", query, after, pageSize));
        List<CommitteeState> others = new ArrayList<>();
        List<CataloguePage> pages = new ArrayList<>();
        for (CommitteeState committee : registrars()) {
            if (committee.seatOf(getOurIdentity()).isPresent()) {
                String id = committee.getLinearId().getExternalId();
                pages.add(await(new ReadCatalogue(getServiceHub(), new CatalogueRequest(id, query, after, pageSize))));
            } else {
                others.add(committee);
            }
        }
        Map<String, String> unanswered = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            for (SearchRound.Heard heard : await(new SearchRound(getServiceHub(), others, query, after, pageSize))) {
                if (heard.page() == null) {
                    unanswered.put(heard.committee(), heard.failure());
                } else {
                    pages.add(heard.page());
                }
            }
        }
        return merged(pages, unanswered);
    }

    private List<CommitteeState> registrars() throws FlowException {
        List<CommitteeState> registrars = new ArrayList<>();
        for (StateAndRef<CommitteeState> committee : Committees.all(getServiceHub())) {
            if (committee.getState().getData().getAspect() == Aspect.OWNERSHIP) {
                registrars.add(committee.getState().getData());
            }
        }
        if (registrars.isEmpty()) {
            throw new WorkflowException(
                    "This member knows no registrars whom it could ask.", "Have the authorities found a committee.");
        }
        return registrars;
    }

    private SearchResult merged(List<CataloguePage> pages, Map<String, String> unanswered) {
        List<CatalogueEntry> entries = new ArrayList<>();
        int total = 0;
        boolean counted = true;
        boolean more = false;
        for (CataloguePage page : pages) {
            entries.addAll(page.getEntries());
            counted &= page.getTotal() <= CataloguePage.MOST_COUNTED;
            total += Math.min(page.getTotal(), CataloguePage.MOST_COUNTED);
            more |= page.isMore();
        }
        entries.sort(Comparator.comparing(CatalogueEntry::place));
        // Behind the last one that is shown, each committee is asked again.
        List<CatalogueEntry> shown = entries.subList(0, Math.min(pageSize, entries.size()));
        more |= entries.size() > shown.size();
        String next =
                more && !shown.isEmpty() ? shown.get(shown.size() - 1).place().toString() : null;
        return new SearchResult(shown, total, counted, next, unanswered);
    }
}
