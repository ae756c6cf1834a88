package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.SearchResult;
import org.countersign.workflows.definition.catalogue.SearchSecuritiesFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Securities found by what their issuers publish, and by nothing else. */
@TestMethodOrder(OrderAnnotation.class)
class CatalogueScenarioTest {
    private static final String EVERYTHING =
            "name, isin, currency, denomination, supply, instrument, compliance," + " validation, control, disclosure";

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
        network.found("compliance", Aspect.COMPLIANCE);
        note("CAT.DE", "1,000 EUR", "residence-allowed DE, AT", EVERYTHING);
        note("CAT.US", "100,000 EUR", "residence-allowed US-NY", EVERYTHING);
        note("CAT.SMALL", "100 GBP", "residence-barred US, KP", EVERYTHING);
        note("CAT.SECRET", "1,000 EUR", "residence-allowed DE", "instrument");
        network.register("CAT.PLAIN", "5000");
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static void note(String symbol, String denomination, String rule, String published) {
        network.run(
                ISSUER,
                new RegisterSourceFlow.Initiator(String.join(
                        "\n",
                        "security " + symbol + " \"Note 100% _of_ " + symbol + "\"",
                        "  issuer       \"O=Issuer Bank, L=London, C=GB\"",
                        "  currency     " + denomination.substring(denomination.length() - 3),
                        "  denomination " + denomination,
                        "  supply       1,000 units",
                        "note",
                        "  maturity 2040-06-30",
                        "compliance",
                        "  on issue, transfer",
                        "    require " + rule,
                        "validation",
                        "  attest ownership by \"registrars\"",
                        "  attest identity by \"identity\" on issue, transfer, redeem",
                        "  attest compliance by \"compliance\" on issue, transfer, redeem",
                        "control",
                        "  amend by ownership notice 30 days",
                        "disclosure",
                        "  publish " + published,
                        "")));
    }

    private static SearchResult search(CordaX500Name member, String query) {
        return network.run(member, new SearchSecuritiesFlow(query, "", 20));
    }

    private static List<String> found(CordaX500Name member, String query) {
        SearchResult result = search(member, query);
        assertThat(result.getUnanswered()).isEmpty();
        return symbols(result).stream()
                .filter(symbol -> symbol.startsWith("CAT."))
                .collect(Collectors.toList());
    }

    private static List<String> symbols(SearchResult result) {
        return result.getEntries().stream().map(CatalogueEntry::getSymbol).collect(Collectors.toList());
    }

    @Test
    @DisplayName("A member who knows no security finds notes that retail clients in Germany can afford")
    void whatTheCatalogueIsFor() {
        String query = "kind = note and jurisdiction allows DE and denomination <= 1000 EUR";
        assertThat(found(OUTSIDER, query)).containsExactly("CAT.DE");
        assertThat(found(DEALER_A, query)).containsExactly("CAT.DE");
        // A registrar asks itself.
        assertThat(found(AUTHORITIES.get(0), query)).containsExactly("CAT.DE");
    }

    @Test
    @DisplayName("Every kind of question is answered by the database as its words say")
    void questions() {
        assertThat(found(OUTSIDER, "kind = note")).containsExactly("CAT.DE", "CAT.SECRET", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "kind = share")).isEmpty();
        assertThat(found(OUTSIDER, "kind != share and not symbol = CAT.US"))
                .containsExactly("CAT.DE", "CAT.SECRET", "CAT.SMALL");
        assertThat(found(OUTSIDER, "jurisdiction allows US-NY")).containsExactly("CAT.US");
        assertThat(found(OUTSIDER, "jurisdiction allows US-CA")).isEmpty();
        assertThat(found(OUTSIDER, "jurisdiction bars US-CA")).containsExactly("CAT.DE", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "jurisdiction bars US")).containsExactly("CAT.DE", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "jurisdiction allows FR")).containsExactly("CAT.SMALL");
        assertThat(found(OUTSIDER, "denomination > 99 GBP and denomination < 101 GBP"))
                .containsExactly("CAT.SMALL");
        assertThat(found(OUTSIDER, "denomination != 1,000 EUR")).containsExactly("CAT.PLAIN", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "maturity >= 2040-06-30 and maturity < 2040-07-01"))
                .containsExactly("CAT.DE", "CAT.SECRET", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "amend.notice = 30 days and ownership-committee = \"registrars\""))
                .containsExactly("CAT.DE", "CAT.SMALL", "CAT.US");
        assertThat(found(OUTSIDER, "requires residence-barred")).containsExactly("CAT.SMALL");
        assertThat(found(OUTSIDER, "issuer contains \"issuer bank\" and supply = 5,000 units"))
                .containsExactly("CAT.PLAIN");
    }

    @Test
    @DisplayName("What a text says is looked for as it is, signs of the database included")
    void textsAreNoPatterns() {
        assertThat(found(OUTSIDER, "name contains \"100% _OF_ cat.de\"")).containsExactly("CAT.DE");
        assertThat(found(OUTSIDER, "name contains \"1%0\"")).isEmpty();
        assertThat(found(OUTSIDER, "name contains \"note_100\"")).isEmpty();
        assertThat(found(OUTSIDER, "name contains \"' or '1'='1\"")).isEmpty();
        assertThat(found(OUTSIDER, "name contains \"\\\\\"")).isEmpty();
    }

    @Test
    @DisplayName("What a security keeps back is neither told nor found out by asking")
    void nothingElseIsPublic() {
        SearchResult result = search(OUTSIDER, "symbol = CAT.SECRET");
        assertThat(result.getEntries()).hasSize(1);
        assertThat(result.getEntries().get(0).getAttributes())
                .extracting(attribute -> attribute.getName())
                .containsExactlyInAnyOrder("symbol", "issuer", "kind", "maturity", "status", "registered");
        // Of what it is, and of what it is not, the same is said.
        for (String query : Arrays.asList(
                "denomination = 1,000 EUR",
                "denomination != 5 EUR",
                "denomination > 0 EUR",
                "denomination < 1,000,000 EUR",
                "has denomination",
                "has jurisdiction",
                "jurisdiction allows DE",
                "jurisdiction bars DE",
                "jurisdiction bars FR",
                "residence-allowed = DE",
                "requires residence-allowed",
                "category allows retail",
                "currency = EUR",
                "name contains \"secret\"",
                "supply = 1,000 units",
                "decimals = 0",
                "amend.notice > 1 day",
                "ownership-committee = \"registrars\"",
                "segment = \"network\"",
                "publish = instrument")) {
            assertThat(found(OUTSIDER, query)).as(query).doesNotContain("CAT.SECRET");
            assertThat(found(OUTSIDER, "not (" + query + ")"))
                    .as("not " + query)
                    .contains("CAT.SECRET");
        }
    }

    @Test
    @DisplayName("Pages follow each other without gap or repetition")
    void pages() {
        List<String> all = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            SearchResult page = network.run(DEALER_B, new SearchSecuritiesFlow("has symbol", after, 2));
            assertThat(page.getEntries().size()).isLessThanOrEqualTo(2);
            assertThat(page.isCounted()).isTrue();
            assertThat(page.getTotal()).isEqualTo(5);
            all.addAll(symbols(page));
            after = page.getNext();
            pages++;
        } while (after != null);
        assertThat(pages).isEqualTo(3);
        assertThat(all).containsExactly("CAT.DE", "CAT.PLAIN", "CAT.SECRET", "CAT.SMALL", "CAT.US");
    }

    @Test
    @DisplayName("A query, a page or a place that is not in order is refused with the reason")
    void refusals() {
        assertThatThrownBy(() -> search(DEALER_A, "kin = note"))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContaining("Did you mean 'kind'?")
                .hasMessageContaining("^^^");
        assertThatThrownBy(() -> network.run(DEALER_A, new SearchSecuritiesFlow("kind = note", "", 201)))
                .hasMessageContaining("A page of the catalogue has 1 to 200 entries, not 201.");
        assertThatThrownBy(() -> network.run(DEALER_A, new SearchSecuritiesFlow("kind = note", "CAT.DE", 20)))
                .hasMessageContaining("No page of the catalogue begins after 'CAT.DE'.");
    }

    @Test
    @DisplayName("A change of status is found at every registrar, and an entry is the same at all of them")
    void statusFollowsTheLedger() {
        assertThat(found(OUTSIDER, "status = frozen")).isEmpty();
        network.recorded(
                network.run(
                        ISSUER,
                        new ChangeStatusFlow.Initiator(
                                "CAT.US", SecurityStatus.FROZEN, Orders.court("By court order"))),
                AUTHORITIES.toArray(new CordaX500Name[0]));
        for (CordaX500Name registrar : AUTHORITIES) {
            assertThat(found(registrar, "status = frozen")).containsExactly("CAT.US");
            assertThat(found(registrar, "status = active and kind = note and supply = 1,000 units"))
                    .containsExactly("CAT.DE", "CAT.SMALL");
        }
        network.recorded(
                network.run(
                        ISSUER,
                        new ChangeStatusFlow.Initiator("CAT.US", SecurityStatus.ACTIVE, Orders.court("Lifted"))),
                AUTHORITIES.toArray(new CordaX500Name[0]));
        assertThat(Collections.frequency(found(AUTHORITIES.get(0), "status = active"), "CAT.US"))
                .isEqualTo(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("A search goes on to a registrar that answers, and says so when a committee has none")
    void theDeadAreNotWaitedFor() {
        network.stop(AUTHORITIES.get(0));
        network.stop(AUTHORITIES.get(1));
        // Whom a search begins with is left to chance.
        for (int search = 0; search < 3; search++) {
            assertThat(found(OUTSIDER, "symbol = CAT.DE")).containsExactly("CAT.DE");
        }

        network.stop(AUTHORITIES.get(2));
        SearchResult none = search(OUTSIDER, "symbol = CAT.DE");
        assertThat(none.getEntries()).isEmpty();
        assertThat(none.getUnanswered())
                .containsOnlyKeys("registrars")
                .containsValue("None of its registrars answered within 20 seconds.");
    }
}
