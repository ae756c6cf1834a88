package org.countersign.oracles.marketdata;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.Lei;

/**
 * The file of instrument reference data: comma-separated with the columns {@code symbol}, {@code isin}, {@code cfi},
 * {@code issuer}, {@code rating}, {@code currency}; ISIN and rating may be empty.
 */
public final class Instruments {
    private final Map<String, Instrument> byIsin = new HashMap<>();
    private final Map<String, Instrument> bySymbol = new HashMap<>();

    private Instruments() {}

    /**
     * Reads the file.
     *
     * @param file where the text is from
     * @param text its content
     * @return the instruments
     * @throws DataFileException if it is wrong
     */
    public static Instruments read(Path file, String text) throws DataFileException {
        Instruments instruments = new Instruments();
        for (CsvRow row : CsvTable.read(file, text, "symbol", "isin", "cfi", "issuer", "rating", "currency")
                .getRows()) {
            instruments.add(row);
        }
        return instruments;
    }

    private void add(CsvRow row) throws DataFileException {
        String cfi = row.text("cfi");
        if (!Instrument.isCfi(cfi)) {
            throw row.wrong("cfi", "is '" + cfi + "'.", "Give the six capital letters of ISO 10962, like ESVUFR.");
        }
        Instrument instrument = new Instrument(
                row.text("symbol"),
                row.isin("isin"),
                cfi,
                issuer(row),
                row.optional("rating"),
                row.currency("currency"));
        boolean numbered = !instrument.getIsin().isEmpty();
        Instrument other = numbered
                ? byIsin.putIfAbsent(instrument.getIsin(), instrument)
                : bySymbol.putIfAbsent(instrument.getSymbol(), instrument);
        if (other != null) {
            throw row.wrong(numbered ? "isin" : "symbol", "is there twice.", "Give each instrument one line.");
        }
    }

    private static Lei issuer(CsvRow row) throws DataFileException {
        try {
            return new Lei(row.text("issuer"));
        } catch (IllegalArgumentException wrong) {
            throw row.wrong("issuer", "is wrong: " + wrong.getMessage(), "Give the issuer's LEI (ISO 17442).");
        }
    }

    /**
     * The reference data of a security: by its ISIN, or by its symbol if it has no ISIN.
     *
     * @param terms the security
     * @return its reference data
     * @throws MarketDataException if there are none
     */
    public Instrument of(SecurityTerms terms) throws MarketDataException {
        Instrument found = terms.getIsin() == null
                ? bySymbol.get(terms.getSymbol())
                : byIsin.get(terms.getIsin().getCode());
        if (found == null) {
            throw new MarketDataException(
                    "INSTRUMENT_UNKNOWN",
                    "The authority has no reference data of " + terms.getSymbol() + ".",
                    "It has to add a line for it.");
        }
        return found;
    }
}
