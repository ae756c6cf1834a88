package org.countersign.workflows.definition.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.countersign.language.search.CatalogueFact;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.definition.catalogue.CatalogueSchema.Entry;
import org.countersign.workflows.definition.catalogue.CatalogueSchema.Fact;

/** The tables of the catalogue. Every method works in the caller's database transaction. */
public final class CatalogueTable {
    private final EntityManager database;

    /**
     * The tables of a database.
     *
     * @param database a database with {@link CatalogueSchema}
     */
    public CatalogueTable(EntityManager database) {
        this.database = database;
    }

    /**
     * Puts an entry in, or in the place of an older or poorer one of the same security.
     *
     * @param entry what is public
     */
    public void save(PublicEntry entry) {
        Entry stored = database.find(Entry.class, entry.getSecurity());
        if (stored == null) {
            stored = new Entry(entry.getSecurity());
            stored.set(entry);
            database.persist(stored);
        } else if (isOlder(stored, entry)) {
            stored.set(entry);
            facts(entry.getSecurity()).forEach(database::remove);
            // Inserts would come before deletes, and both have the same keys.
            database.flush();
        } else {
            return;
        }
        int place = 0;
        for (CatalogueFact fact : entry.getFacts()) {
            database.persist(new Fact(entry.getSecurity(), place++, fact));
        }
    }

    private static boolean isOlder(Entry stored, PublicEntry entry) {
        return stored.version() < entry.getVersion()
                || stored.version() == entry.getVersion() && stored.derivation() < entry.getDerivation();
    }

    /** Whether an entry of this version and derivation, or a better one, is there. */
    boolean has(String security, int version, int derivation) {
        Entry stored = database.find(Entry.class, security);
        return stored != null
                && (stored.version() > version || stored.version() == version && stored.derivation() >= derivation);
    }

    private List<Fact> facts(String security) {
        return database.createQuery("select f from CountersignCatalogueFact f where f.security = :security", Fact.class)
                .setParameter("security", security)
                .getResultList();
    }

    /**
     * A page of what a query finds.
     *
     * @param committee the digest in the identifier of the registrars' committee
     * @param query what is asked
     * @param after where the page begins, or null for the first one
     * @param size the most entries of it
     * @return the page
     */
    CataloguePage page(String committee, SearchQuery query, CatalogueCursor after, int size) {
        CatalogueCriteria criteria =
                new CatalogueCriteria(database).of(committee).matching(query);
        List<Entry> found = (after == null ? criteria : criteria.after(after))
                .inOrder()
                .setMaxResults(size + 1)
                .getResultList();
        boolean more = found.size() > size;
        List<Entry> shown = more ? found.subList(0, size) : found;
        int total = after == null && !more ? shown.size() : total(committee, query);
        Map<String, List<PublishedAttribute>> attributes = attributes(shown);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (Entry entry : shown) {
            entries.add(
                    new CatalogueEntry(entry.security(), committee, entry.symbol(), attributes.get(entry.security())));
        }
        return new CataloguePage(entries, total, more);
    }

    /**
     * The first page of what a query finds, for who measures it.
     *
     * @param committee the digest in the identifier of the registrars' committee
     * @param query what is asked
     * @param size the most entries of the page
     * @return the page
     */
    public CataloguePage firstPage(String committee, SearchQuery query, int size) {
        return page(committee, query, null, size);
    }

    private int total(String committee, SearchQuery query) {
        return new CatalogueCriteria(database)
                .of(committee)
                .matching(query)
                .prepared()
                .setMaxResults(CataloguePage.MOST_COUNTED + 1)
                .getResultList()
                .size();
    }

    private Map<String, List<PublishedAttribute>> attributes(List<Entry> entries) {
        Map<String, List<PublishedAttribute>> result = new HashMap<>();
        if (entries.isEmpty()) {
            return result;
        }
        List<Fact> facts = database.createQuery(
                        "select f from CountersignCatalogueFact f where f.security in (:securities)"
                                + " and f.written is not null order by f.security, f.place",
                        Fact.class)
                .setParameter(
                        "securities", entries.stream().map(Entry::security).collect(Collectors.toList()))
                .getResultList();
        Map<String, Map<String, List<String>>> bySecurity = new HashMap<>();
        for (Fact fact : facts) {
            bySecurity
                    .computeIfAbsent(fact.security(), unseen -> new LinkedHashMap<>())
                    .computeIfAbsent(fact.attribute(), unseen -> new ArrayList<>())
                    .add(fact.written());
        }
        for (Entry entry : entries) {
            List<PublishedAttribute> attributes = new ArrayList<>();
            bySecurity
                    .getOrDefault(entry.security(), new LinkedHashMap<>())
                    .forEach((name, values) -> attributes.add(PublishedAttribute.shortened(name, values)));
            result.put(
                    entry.security(),
                    attributes.subList(0, Math.min(attributes.size(), CatalogueEntry.MOST_ATTRIBUTES)));
        }
        return result;
    }
}
