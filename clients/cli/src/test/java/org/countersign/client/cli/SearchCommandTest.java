package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.PublishedAttribute;
import org.countersign.workflows.definition.catalogue.SearchResult;
import org.countersign.workflows.definition.catalogue.SearchSecuritiesFlow;
import org.junit.jupiter.api.Test;

class SearchCommandTest extends CommandsWithFakeNodes {
    private static final String NEXT = "ACME:" + "0".repeat(64);

    private static SearchResult found(Map<String, String> unanswered) {
        return new SearchResult(
                List.of(new CatalogueEntry(
                        "0".repeat(64),
                        "1".repeat(64),
                        "ACME",
                        List.of(
                                new PublishedAttribute("name", List.of("\"ACME \\\"A\\\" plc\"")),
                                new PublishedAttribute("kind", List.of("share"))))),
                1_000,
                false,
                NEXT,
                unanswered);
    }

    @Test
    void aPageIsShownWithTheWayToTheNext() throws IOException {
        nodes.answering(SearchSecuritiesFlow.class, given -> found(Map.of()));

        Outcome outcome = run("security", "search", "--as=dealer-a", "--page-size=1", "--", "kind = share");

        assertThat(nodes.lastArguments()).containsExactly("kind = share", "", 1);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer().lines())
                .containsExactly(
                        "1 of more than 1000 securities.",
                        "  ACME  share  -  -  ACME \"A\" plc",
                        "The next page: --after " + NEXT);
        JsonNode document =
                new ObjectMapper().readTree(Json.write(outcome.answer().document()));
        assertThat(document.path("next").asText()).isEqualTo(NEXT);
        assertThat(document.path("securities")
                        .path(0)
                        .path("attributes")
                        .path("kind")
                        .path(0)
                        .asText())
                .isEqualTo("share");
    }

    @Test
    void whatIsMissingIsNamedAndFails() {
        nodes.answering(SearchSecuritiesFlow.class, given -> found(Map.of("registrars", "Nobody answered.")));

        Outcome outcome = run("security", "search", "--as=dealer-a", "--after=" + NEXT, "--", "has name");

        assertThat(nodes.lastArguments()).containsExactly("has name", NEXT, 20);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.answer().lines()).contains("Missing are the securities of 'registrars': Nobody answered.");
    }

    @Test
    void aWrongQueryIsToldWithItsPlaceAndAsksNobody() {
        Outcome outcome = run("security", "search", "--as=dealer-a", "--", "kin = share");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(outcome.failure().getMessage()).contains("query:1:1: error", "    ^^^", "Did you mean 'kind'?");
        assertThat(run("security", "search", "--as=dealer-a", "--page-size=201", "--", "has name")
                        .failure()
                        .getMessage())
                .isEqualTo("A page has 1 to 200 securities, not 201.");
        assertThat(nodes.asked()).isEmpty();
    }
}
