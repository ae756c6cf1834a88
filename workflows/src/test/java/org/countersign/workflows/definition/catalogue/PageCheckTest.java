package org.countersign.workflows.definition.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageCheckTest {
    private static final String COMMITTEE = digest('c');
    private static final Party REGISTRAR = new Party(
            new CordaX500Name("Registrar", "London", "GB"),
            Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.ONE)
                    .getPublic());

    private final Map<String, SecurityDefinitionState> known = new HashMap<>();

    private static String digest(char letter) {
        return String.join("", Collections.nCopies(64, String.valueOf(letter)));
    }

    private static CatalogueEntry entry(String symbol, PublishedAttribute... attributes) {
        return new CatalogueEntry(digest('a'), COMMITTEE, symbol, Arrays.asList(attributes));
    }

    private static CataloguePage page(CatalogueEntry... entries) {
        return new CataloguePage(Arrays.asList(entries), entries.length, false);
    }

    private void check(CataloguePage page) throws WorkflowException {
        new PageCheck(known, REGISTRAR, new CatalogueRequest(COMMITTEE, "has symbol", "B:" + digest('a'), 2))
                .check(page);
    }

    private void refused(CataloguePage page, String words) {
        assertThatThrownBy(() -> check(page))
                .isInstanceOf(CatalogueAnswerException.class)
                .hasMessageContaining("Registrar told a page of the catalogue " + words);
    }

    @Test
    @DisplayName("A page that fits the question is taken")
    void honest() throws WorkflowException {
        check(page());
        check(new CataloguePage(
                Arrays.asList(
                        entry("C", new PublishedAttribute("kind", Collections.singletonList("note"))), entry("D")),
                CataloguePage.MOST_COUNTED + 1,
                true));
    }

    @Test
    @DisplayName("More than was asked for, and numbers that cannot be, are refused")
    void sizes() {
        refused(page(entry("C"), entry("D"), entry("E")), "with 3 entries where 2 were asked for");
        refused(new CataloguePage(Collections.emptyList(), -1, false), "of -1 entries in all");
        refused(new CataloguePage(Arrays.asList(entry("C"), entry("D")), 1, false), "of 1 entries in all");
        refused(new CataloguePage(Collections.emptyList(), 1_002, false), "of 1002 entries in all");
        refused(new CataloguePage(Collections.singletonList(entry("C")), 5, true), "that is not full");
    }

    @Test
    @DisplayName("Entries out of their order, again, or from before the page are refused")
    void order() {
        refused(page(entry("D"), entry("C")), "with entries out of their order");
        refused(page(entry("C"), entry("C")), "with entries out of their order");
        refused(page(entry("B")), "with entries out of their order");
        refused(page(entry("A")), "with entries out of their order");
    }

    @Test
    @DisplayName("Entries of other registrars, and of what is no security, are refused")
    void others() {
        refused(
                page(new CatalogueEntry(digest('a'), digest('d'), "C", Collections.emptyList())),
                "with an entry of other registrars");
        for (String symbol : Arrays.asList("", "c", "TOO-LONG-A-SYMBOL", "C\n")) {
            refused(page(entry(symbol)), "with an entry of no security");
        }
        refused(page(new CatalogueEntry("a", COMMITTEE, "C", Collections.emptyList())), "with an entry of no security");
    }

    @Test
    @DisplayName("What the ledger says otherwise is refused")
    void ledger() throws WorkflowException {
        known.put(digest('a'), definition("C", COMMITTEE));
        check(page(entry("C")));
        known.put(digest('a'), definition("D", COMMITTEE));
        refused(page(entry("C")), "with an entry that the ledger contradicts");
        known.put(digest('a'), definition("C", digest('d')));
        refused(page(entry("C")), "with an entry that the ledger contradicts");
    }

    private static SecurityDefinitionState definition(String symbol, String committee) {
        AspectRequirement ownership = new AspectRequirement(
                Aspect.OWNERSHIP, new UniqueIdentifier(committee), EnumSet.allOf(Operation.class));
        return SecurityDefinitionState.registered(
                REGISTRAR,
                new SecurityTerms(symbol, null, symbol, "GBP", BigDecimal.ONE, BigDecimal.TEN, 0),
                new ValidationPolicy("network", Collections.singletonList(ownership)));
    }

    @Test
    @DisplayName("Attributes that there are not, are there twice, or have nothing to read are refused")
    void attributes() {
        PublishedAttribute kind = new PublishedAttribute("kind", Collections.singletonList("note"));
        refused(page(entry("C", kind, kind)), "with an attribute that there is not, or is there twice");
        refused(
                page(entry("C", new PublishedAttribute("colour", Collections.singletonList("red")))),
                "with an attribute that there is not");
        refused(page(entry("C", new PublishedAttribute("kind", Collections.emptyList()))), "with values");
        refused(
                page(entry("C", new PublishedAttribute("kind", Collections.singletonList("\u202Enote")))),
                "with values that nobody can read");
        refused(page(entry("C", new PublishedAttribute("kind", Collections.nCopies(21, "note")))), "with values");
        List<PublishedAttribute> many = new ArrayList<>(Collections.nCopies(61, kind));
        refused(page(new CatalogueEntry(digest('a'), COMMITTEE, "C", many)), "with too much about a security");
    }

    @Test
    @DisplayName("The order of places is that of symbols, whatever signs they have")
    void places() {
        List<String> symbols = Arrays.asList("A", "A-B", "A.B", "A1", "AA", "AB", "B");
        List<CatalogueCursor> places = new ArrayList<>();
        symbols.forEach(symbol -> places.add(CatalogueCursor.of(symbol, digest('f'))));
        List<CatalogueCursor> sorted = new ArrayList<>(places);
        Collections.shuffle(sorted, new Random(1));
        Collections.sort(sorted);
        assertThat(sorted).isEqualTo(places);
        assertThat(places).allMatch(place -> place.orderKey().matches("[0-9a-f]+"));
    }
}
