package org.countersign.workflows.definition.catalogue;

import net.corda.core.flows.FlowExternalOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.language.search.QueryRefusedException;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.WorkflowException;

/** Answers a request from the catalogue of this node, beside the flows. */
final class ReadCatalogue implements FlowExternalOperation<CataloguePage> {
    private final CatalogueService service;
    private final CatalogueRequest request;

    ReadCatalogue(ServiceHub services, CatalogueRequest request) {
        this.service = services.cordaService(CatalogueService.class);
        this.request = request;
    }

    /** The query of a request, if all of the request is in order. */
    static SearchQuery check(CatalogueRequest request) throws WorkflowException {
        if (request.getSize() < 1 || request.getSize() > CatalogueRequest.LARGEST_PAGE) {
            throw new WorkflowException(
                    "A page of the catalogue has 1 to " + CatalogueRequest.LARGEST_PAGE + " entries, not "
                            + request.getSize() + ".",
                    "Ask for so many, and for the next page after them.");
        }
        if (request.getAfter() != null) {
            CatalogueCursor.read(request.getAfter());
        }
        try {
            return SearchQuery.read(request.getQuery());
        } catch (QueryRefusedException wrong) {
            throw new WorkflowException(
                    wrong.getMessage(), "Mend the query; docs/reference/catalogue.md has all attributes.");
        }
    }

    @Override
    public CataloguePage execute(String deduplicationId) {
        return service.transaction(() -> service.services().withEntityManager(database -> {
            try {
                return new CatalogueTable(database)
                        .page(
                                request.getCommittee(),
                                check(request),
                                request.getAfter() == null ? null : CatalogueCursor.read(request.getAfter()),
                                request.getSize());
            } catch (WorkflowException wrong) {
                throw new IllegalArgumentException("The request was not looked at.", wrong);
            }
        }));
    }
}
