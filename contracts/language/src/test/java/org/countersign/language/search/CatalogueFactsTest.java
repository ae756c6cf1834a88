package org.countersign.language.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Slot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFactsTest {
    private static final String ALL =
            "name, isin, currency, denomination, supply, instrument, compliance, validation," + " control, disclosure";

    private static List<CatalogueFact> facts(String source) {
        SecurityModel model = Sources.checkWithLedger(source)
                .getModel()
                .orElseThrow(() -> new AssertionError(
                        Sources.describe(Sources.checkWithLedger(source).getDiagnostics())));
        return CatalogueFacts.of(model, Catalogue.ofLedger());
    }

    private static List<String> shown(List<CatalogueFact> facts, String attribute) {
        return facts.stream()
                .filter(fact -> fact.getAttribute().equals(attribute))
                .map(CatalogueFact::getWritten)
                .collect(Collectors.toList());
    }

    private static String publishing(String what, String... compliance) {
        return Sources.share(compliance) + "disclosure\n  publish " + what + "\n";
    }

    @Test
    @DisplayName("What a note publishes is in its facts, with kind, rules and who may hold")
    void note() {
        List<CatalogueFact> facts = facts(Sources.security("eu-retail-note.security"));

        assertThat(shown(facts, "symbol")).containsExactly("RHEIN-29");
        assertThat(shown(facts, "kind")).containsExactly("note");
        assertThat(shown(facts, "denomination")).containsExactly("1,000 EUR");
        assertThat(shown(facts, "maturity")).containsExactly("2029-06-30");
        assertThat(shown(facts, "residence-allowed")).containsExactly("AT", "DE", "NL");
        assertThat(shown(facts, "jurisdiction")).containsExactly("AT, DE, NL");
        assertThat(shown(facts, "minimum-transfer")).containsExactly("1 unit");
        assertThat(shown(facts, "requires"))
                .containsExactly(
                        "sanctions-clear",
                        "residence-allowed",
                        "kyc-level",
                        "minimum-transfer",
                        "trading-hours",
                        "maximum-concentration");
        // Neither validation nor control nor disclosure is published.
        assertThat(shown(facts, "ownership-committee")).isEmpty();
        assertThat(shown(facts, "amend.notice")).isEmpty();
        assertThat(shown(facts, "report.name")).isEmpty();
    }

    @Test
    @DisplayName("Without a word of disclosure there is no more than it takes to ask for the security")
    void nothingPublished() {
        assertThat(facts(Sources.share("always", "  require sanctions-clear")))
                .extracting(CatalogueFact::getAttribute)
                .containsExactly("symbol", "issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "currency",
                "denomination",
                "supply",
                "instrument",
                "compliance",
                "validation",
                "disclosure"
            })
    @DisplayName("A word of 'publish' brings its own attributes into the catalogue and no others")
    void oneWord(String word) {
        List<CatalogueFact> facts = facts(publishing(word, "always", "  require residence-allowed DE"));
        SearchAttributes attributes = SearchAttributes.ofLedger();
        assertThat(facts).hasSizeGreaterThan(2).allSatisfy(fact -> {
            String name = fact.getAttribute().replaceAll("\\.(admitted|barred)$", "");
            assertThat(attributes.find(name).get().getPublishedBy()).isIn(word, SearchAttribute.ALWAYS);
        });
    }

    @Test
    @DisplayName("Every value of every clause and rule is an attribute of the language")
    void complete() {
        SearchAttributes attributes = SearchAttributes.ofLedger();
        for (Section section : Section.values()) {
            section.getClauses().forEach(clause -> {
                for (Slot slot : clause.getSlots()) {
                    assertThat(attributes.names()).contains(SearchAttributes.name(section, clause, slot.getName()));
                }
            });
        }
        Catalogue.ofLedger()
                .words()
                .forEach(rule -> Catalogue.ofLedger()
                        .signature(rule)
                        .get()
                        .getSlots()
                        .forEach(slot -> assertThat(attributes.names())
                                .contains(SearchAttributes.name(
                                        Section.COMPLIANCE,
                                        Catalogue.ofLedger().signature(rule).get(),
                                        slot.getName()))));
        assertThat(ALL.split(", "))
                .allSatisfy(word -> assertThat(attributes.all())
                        .anyMatch(attribute -> attribute.getPublishedBy().equals(word)));
    }

    @Test
    @DisplayName("What is forbidden, or a premise, is not demanded; its values are found all the same")
    void demanded() {
        List<CatalogueFact> facts = facts(publishing(
                "compliance",
                "on issue for retail",
                "  require when acquirer-residence US then accredited or minimum-transfer 5 units",
                "  forbid acquirer-residence KP"));
        assertThat(shown(facts, "requires")).containsExactly("accredited", "minimum-transfer");
        assertThat(shown(facts, "acquirer-residence")).containsExactly("US", "KP");
    }

    @Test
    @DisplayName("Where one may reside follows from all rules about residence, in whatever way they are composed")
    void jurisdictions() {
        assertThat(jurisdiction("always", "  require sanctions-clear")).isEqualTo("any");
        assertThat(jurisdiction("always", "  require residence-barred US, KP")).isEqualTo("any but KP, US");
        assertThat(jurisdiction("always", "  forbid acquirer-residence KP, IR")).isEqualTo("any but IR, KP");
        assertThat(jurisdiction("on transfer", "  require residence-allowed DE"))
                .isEqualTo("any");
        assertThat(jurisdiction(
                        "on issue, transfer",
                        "  require when acquirer-residence FR then investor-category professional",
                        "  require residence-allowed DE, FR or accredited"))
                .isEqualTo("any");
        assertThat(jurisdiction(
                        "on issue, transfer",
                        "  require residence-allowed CH, DE or residence-allowed FR",
                        "  require not acquirer-residence FR"))
                .isEqualTo("CH, DE");
        assertThat(jurisdiction("on issue, transfer", "  require residence-allowed US-NY"))
                .isEqualTo("US-NY");
    }

    private static String jurisdiction(String... compliance) {
        return shown(facts(publishing("compliance", compliance)), "jurisdiction")
                .get(0);
    }

    @Test
    @DisplayName("Of which category one may be follows from the rules about categories")
    void categories() {
        assertThat(shown(
                        facts(publishing(
                                "compliance",
                                "on issue, transfer",
                                "  require accredited or investor-category professional")),
                        "category"))
                .containsExactly("accredited, professional");
    }

    @Test
    @DisplayName("What a list says beyond the bound is not kept")
    void bounded() {
        StringBuilder keys = new StringBuilder();
        for (int key = 0; key < 1_000; key++) {
            keys.append(key == 0 ? "" : ", ")
                    .append("\"")
                    .append(key + 1_000_000)
                    .append("\"");
        }
        String persons = keys.toString();
        assertThat(facts(publishing(
                        "compliance",
                        "always",
                        "  require denied-persons " + persons,
                        "  require denied-persons " + persons.replace("\"1", "\"2"),
                        "  require denied-persons " + persons.replace("\"1", "\"3"))))
                .hasSize(CatalogueFacts.MOST);
    }
}
