package org.countersign.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.language.search.CatalogueFact;
import org.countersign.language.search.QueryRefusedException;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.CataloguePage;
import org.countersign.workflows.definition.catalogue.CatalogueTable;
import org.countersign.workflows.definition.catalogue.PublicEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SearchMeasurementTest {
    private static final int DEFINITIONS = 150;
    private static final List<String> MORE = Collections.unmodifiableList(Arrays.asList(
            "has isin",
            "denomination != 100 EUR",
            "not jurisdiction allows DE",
            "jurisdiction allows US-CA and not jurisdiction allows US",
            "name contains \"%\" or name contains \"_\"",
            "residence-barred = KP",
            "requires minimum-age",
            "publish = control"));

    @Test
    @DisplayName("H2 finds what each query says, and not more")
    void h2() {
        try (CatalogueDatabase database = new CatalogueDatabase("jdbc:h2:mem:search;DB_CLOSE_DELAY=-1", "sa", "")) {
            compare(database);
        }
    }

    @Test
    @DisplayName("PostgreSQL finds what each query says, and not more")
    void postgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                CatalogueDatabase database =
                        new CatalogueDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "")) {
            compare(database);
        }
    }

    private static void compare(CatalogueDatabase database) {
        SearchMeasurement.fill(database, DEFINITIONS);
        List<String> queries = new ArrayList<>(SearchMeasurement.QUERIES);
        queries.addAll(MORE);
        int found = 0;
        for (String query : queries) {
            CataloguePage page = database.transaction(
                    session -> new CatalogueTable(session).firstPage(MadeUpSecurities.COMMITTEE, read(query), 200));
            List<String> expected = expected(read(query));
            assertThat(page.getEntries().stream().map(CatalogueEntry::getSymbol).collect(Collectors.toList()))
                    .as(query)
                    .isEqualTo(expected);
            assertThat(page.getTotal()).isEqualTo(expected.size());
            found += expected.isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(queries.size() / 2);
    }

    private static SearchQuery read(String query) {
        try {
            return SearchQuery.read(query);
        } catch (QueryRefusedException e) {
            throw new AssertionError(e);
        }
    }

    // A second opinion, without a database.
    private static List<String> expected(SearchQuery query) {
        MadeUpSecurities securities = new MadeUpSecurities();
        List<String> symbols = new ArrayList<>();
        for (int number = 0; number < DEFINITIONS; number++) {
            PublicEntry entry = securities.next(number);
            if (holds(query, entry.getFacts())) {
                symbols.add(entry.getSymbol());
            }
        }
        Collections.sort(symbols);
        return symbols;
    }

    private static boolean holds(SearchQuery query, List<CatalogueFact> facts) {
        List<CatalogueFact> own = facts.stream()
                .filter(fact -> fact.getAttribute().equals(query.getAttribute()))
                .collect(Collectors.toList());
        switch (query.getKind()) {
            case ALL:
                return query.getParts().stream().allMatch(part -> holds(part, facts));
            case ANY:
                return query.getParts().stream().anyMatch(part -> holds(part, facts));
            case NOT:
                return !holds(query.getParts().get(0), facts);
            case HAS:
                return !own.isEmpty();
            case CONTAINS:
                return own.stream()
                        .anyMatch(
                                fact -> fact.getText().contains(query.getValue().getText()));
            default:
                return compares(query, own);
        }
    }

    private static boolean compares(SearchQuery query, List<CatalogueFact> own) {
        switch (query.getComparison()) {
            case EQUAL:
                return own.stream().anyMatch(fact -> isSame(fact, query.getValue()));
            case UNEQUAL:
                return !own.isEmpty() && own.stream().noneMatch(fact -> isSame(fact, query.getValue()));
            default:
                return own.stream().anyMatch(fact -> isOrdered(query, fact));
        }
    }

    private static boolean isSame(CatalogueFact fact, CatalogueFact value) {
        return value.getNumber() == null
                ? value.getText().equals(fact.getText())
                : fact.getUnit().equals(value.getUnit()) && fact.getNumber().compareTo(value.getNumber()) == 0;
    }

    private static boolean isOrdered(SearchQuery query, CatalogueFact fact) {
        int order = fact.getNumber().compareTo(query.getValue().getNumber());
        boolean holds;
        switch (query.getComparison()) {
            case LESS:
                holds = order < 0;
                break;
            case AT_MOST:
                holds = order <= 0;
                break;
            case MORE:
                holds = order > 0;
                break;
            default:
                holds = order >= 0;
        }
        return holds && fact.getUnit().equals(query.getValue().getUnit());
    }
}
