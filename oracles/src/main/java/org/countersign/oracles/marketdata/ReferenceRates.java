package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Euro foreign exchange reference rates as the European Central Bank publishes them in comma-separated form:
 * {@code eurofxref.csv} with one day ({@code 10 February 2023, 1.0690, …}) and {@code eurofxref-hist.csv} with all of
 * them ({@code 2023-02-10,1.0690,…}, {@code N/A} where a currency has no rate). A column is named by the currency's ISO
 * 4217 code, a rate says how much of the currency one euro is, and lines end with a comma.
 *
 * @see <a href="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/">ECB</a>
 */
public final class ReferenceRates {
    private static final String EURO = "EUR";
    private static final String NONE = "N/A";
    private static final DateTimeFormatter DAILY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final TreeMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    private ReferenceRates() {}

    /**
     * Reads either of the bank's files.
     *
     * @param file where the text is from
     * @param text its content
     * @return the rates
     * @throws DataFileException if it is wrong
     */
    public static ReferenceRates read(Path file, String text) throws DataFileException {
        CsvTable table = CsvTable.read(file, text);
        if (!table.getColumns().get(0).equals("Date")) {
            throw new DataFileException(
                    file,
                    1,
                    table.getColumns().get(0),
                    "is the first.",
                    "The first column of the ECB's files is Date.");
        }
        ReferenceRates rates = new ReferenceRates();
        for (CsvRow row : table.getRows()) {
            rates.add(table, row);
        }
        return rates;
    }

    private void add(CsvTable table, CsvRow row) throws DataFileException {
        boolean history = row.text("Date").indexOf('-') > 0;
        LocalDate day = row.date("Date", history ? DateTimeFormatter.ISO_LOCAL_DATE : DAILY, "20 November 2026");
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String currency : table.getColumns().subList(1, table.getColumns().size())) {
            if (!currency.isEmpty() && !row.text(currency).equals(NONE)) {
                rates.put(currency, row.positive(currency));
            }
        }
        rates.put(EURO, BigDecimal.ONE);
        if (days.putIfAbsent(day, rates) != null) {
            throw row.wrong("Date", "is there twice.", "Give each day one line.");
        }
    }

    /**
     * Converts an amount, through the euro and without rounding.
     *
     * @param amount in the first currency
     * @param from its ISO 4217 code
     * @param to the other code
     * @param today the day for which it is asked
     * @param greatestAge in days; older rates do not count
     * @return exactly the amount in the other currency
     * @throws MarketDataException if a rate is missing or too old
     */
    Rational convert(Rational amount, String from, String to, LocalDate today, int greatestAge)
            throws MarketDataException {
        Map.Entry<LocalDate, Map<String, BigDecimal>> newest = days.floorEntry(today);
        if (newest == null || newest.getKey().isBefore(today.minusDays(greatestAge))) {
            throw new MarketDataException(
                    "RATE_STALE",
                    "The authority's exchange rates are "
                            + (newest == null ? "all of the future." : "of " + newest.getKey() + "."),
                    "They may be " + greatestAge + " days old; the authority has to bring them up to date.");
        }
        return amount.times(rate(newest.getValue(), to)).dividedBy(rate(newest.getValue(), from));
    }

    private static BigDecimal rate(Map<String, BigDecimal> rates, String currency) throws MarketDataException {
        BigDecimal rate = rates.get(currency);
        if (rate == null) {
            throw new MarketDataException(
                    "RATE_MISSING",
                    "The authority has no exchange rate of " + currency + ".",
                    "The ECB's file of the day has to have a column for it.");
        }
        return rate;
    }
}
