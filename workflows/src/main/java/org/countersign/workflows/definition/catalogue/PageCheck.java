package org.countersign.workflows.definition.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.Rules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.language.search.SearchAttributes;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;

/** Looks at a page that a registrar told, field by field. */
final class PageCheck {
    private final Map<String, SecurityDefinitionState> known;
    private final Party registrar;
    private final CatalogueRequest request;

    PageCheck(ServiceHub services, Party registrar, CatalogueRequest request) {
        this(known(services), registrar, request);
    }

    /** For what is known of the ledger, by the digests in the identifiers of definitions. */
    PageCheck(Map<String, SecurityDefinitionState> known, Party registrar, CatalogueRequest request) {
        this.known = known;
        this.registrar = registrar;
        this.request = request;
    }

    /** Fails with the first thing that no honest registrar tells. */
    void check(CataloguePage page) throws WorkflowException {
        List<CatalogueEntry> entries = page.getEntries();
        require(
                entries.size() <= request.getSize(),
                "with " + entries.size() + " entries where " + request.getSize() + " were asked for");
        require(
                page.getTotal() >= entries.size() && page.getTotal() <= CataloguePage.MOST_COUNTED + 1,
                "of " + page.getTotal() + " entries in all");
        require(!page.isMore() || entries.size() == request.getSize(), "that is not full, and is not the last one");
        CatalogueCursor last = request.getAfter() == null ? null : CatalogueCursor.read(request.getAfter());
        for (CatalogueEntry entry : entries) {
            require(CatalogueCursor.isPlace(entry.getSymbol(), entry.getSecurity()), "with an entry of no security");
            require(entry.getCommittee().equals(request.getCommittee()), "with an entry of other registrars");
            require(last == null || last.compareTo(entry.place()) < 0, "with entries out of their order");
            last = entry.place();
            checkKnown(entry, known.get(entry.getSecurity()));
            checkAttributes(entry);
        }
    }

    // What this node has on the ledger is nothing that a registrar can tell otherwise.
    private void checkKnown(CatalogueEntry entry, SecurityDefinitionState definition) throws WorkflowException {
        require(
                definition == null
                        || definition.getTerms().getSymbol().equals(entry.getSymbol())
                                && definition
                                        .getValidationPolicy()
                                        .ownership()
                                        .getCommittee()
                                        .getExternalId()
                                        .equals(entry.getCommittee()),
                "with an entry that the ledger contradicts");
    }

    private static Map<String, SecurityDefinitionState> known(ServiceHub services) {
        Map<String, SecurityDefinitionState> known = new HashMap<>();
        for (StateAndRef<SecurityDefinitionState> found : Definitions.all(services)) {
            SecurityDefinitionState definition = found.getState().getData();
            known.put(definition.getLinearId().getExternalId(), definition);
        }
        return known;
    }

    private void checkAttributes(CatalogueEntry entry) throws WorkflowException {
        Set<String> names = new HashSet<>();
        require(entry.getAttributes().size() <= CatalogueEntry.MOST_ATTRIBUTES, "with too much about a security");
        for (PublishedAttribute attribute : entry.getAttributes()) {
            require(
                    SearchAttributes.ofLedger().find(attribute.getName()).isPresent() && names.add(attribute.getName()),
                    "with an attribute that there is not, or is there twice");
            require(
                    !attribute.getValues().isEmpty()
                            && attribute.getValues().size() <= PublishedAttribute.MOST_VALUES
                            && attribute.getValues().stream()
                                    .allMatch(value -> Rules.isReadable(value, PublishedAttribute.LONGEST_VALUE)),
                    "with values that nobody can read");
        }
    }

    private void require(boolean holds, String otherwise) throws CatalogueAnswerException {
        if (!holds) {
            throw new CatalogueAnswerException(
                    registrar.getName().getOrganisation() + " told a page of the catalogue " + otherwise + ".");
        }
    }
}
