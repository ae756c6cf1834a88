package org.countersign.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.search.CatalogueFact;
import org.countersign.language.search.CatalogueFacts;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.workflows.definition.catalogue.PublicEntry;

/** Securities for measurements, the same in every run: shares and notes of many kinds, of whom some publish little. */
final class MadeUpSecurities {
    static final String COMMITTEE = SecureHash.sha256("registrars").toString().toLowerCase(Locale.ROOT);

    private static final String EVERYTHING =
            "name, isin, currency, denomination, supply, instrument, compliance," + " validation, control, disclosure";
    private static final List<String> PLACES = Arrays.asList(
            "residence-allowed DE, AT",
            "residence-allowed GB",
            "residence-allowed DE, FR, NL, BE",
            "residence-barred US",
            "residence-barred US, CA, KP",
            "residence-allowed US-NY, US-CA",
            "sanctions-clear");
    private static final List<String> CURRENCIES = Arrays.asList("EUR", "GBP", "USD", "CHF");
    private static final List<String> AMOUNTS = Arrays.asList("0.01", "1", "100", "1,000", "50,000", "100,000");
    private static final List<String> TRADES =
            Arrays.asList("Energie", "Water", "Rail", "Bank", "Textiles", "Cement", "Shipping", "Software");

    private final Random random = new Random(20_261_120);
    private final SecurityLanguage language = SecurityLanguage.ofLedger();

    /** The entry of the next security, by the code that registrars have. */
    PublicEntry next(int number) {
        String symbol = "S" + number;
        CheckedSource checked = check(source(symbol, number));
        List<CatalogueFact> facts = new ArrayList<>(CatalogueFacts.of(
                checked.getModel().orElseThrow(() -> new IllegalStateException(checked.getDiagnostics() + "")),
                language.getCatalogue()));
        facts.addAll(CatalogueFacts.ofRegistrars(
                number % 50 == 0 ? SecurityStatus.FROZEN : SecurityStatus.ACTIVE,
                LocalDate.of(2026, 1, 1).plusDays(number % 700)));
        return new PublicEntry(
                SecureHash.sha256(symbol).toString().toLowerCase(Locale.ROOT), COMMITTEE, symbol, 1, 1, facts);
    }

    private CheckedSource check(String source) {
        try {
            return language.check(SourceText.of("made-up.security", source));
        } catch (UnreadableSourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private String source(String symbol, int number) {
        String currency = any(CURRENCIES);
        boolean isNote = random.nextInt(3) > 0;
        String trade = any(TRADES);
        return String.join(
                "\n",
                "security " + symbol + " \"" + trade + " " + number + (isNote ? " note" : " ordinary shares") + "\"",
                "  issuer       \"O=" + trade + " " + random.nextInt(40) + " plc, L=London, C=GB\"",
                "  currency     " + currency,
                "  denomination " + any(AMOUNTS) + " " + currency,
                "  supply       " + (1 + random.nextInt(1_000)) + "000 units",
                isNote ? "note" : "share",
                isNote
                        ? "  maturity " + (2030 + random.nextInt(30)) + "-06-30\n  redemption "
                                + (100 + random.nextInt(5)) + "%"
                        : "  class \"" + any(Arrays.asList("A", "B", "Ordinary")) + "\"\n  votes " + random.nextInt(11),
                "compliance",
                "  on issue, transfer",
                "    require " + any(PLACES),
                "    require kyc-level level " + (1 + random.nextInt(3)) + " maximum-age 12 months",
                "    require "
                        + any(Arrays.asList(
                                "accredited",
                                "investor-category professional, eligible-counterparty",
                                "minimum-age 18")),
                "  on transfer",
                "    require lock-up-from-issue " + (1 + random.nextInt(24)) + " months",
                "    require maximum-transfer " + (1 + random.nextInt(900)) + " units",
                "validation",
                "  attest ownership by \"registrars\"",
                "  attest identity by \"identity\"",
                "  attest compliance by \"" + any(Arrays.asList("compliance", "far-compliance")) + "\"",
                "control",
                "  amend by ownership notice " + (1 + random.nextInt(60)) + " days",
                "disclosure",
                "  publish " + (random.nextInt(10) == 0 ? "name, instrument" : EVERYTHING),
                "");
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
