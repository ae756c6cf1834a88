package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.countersign.contracts.definition.SecurityTerms;

/**
 * The file of prices: comma-separated with the columns {@code isin}, {@code symbol}, {@code price}, {@code currency},
 * {@code quotation}, {@code date}. A line is for the security of its ISIN, or of its symbol if it gives no ISIN.
 *
 * <p>Shares are quoted {@code per-unit}; debt is quoted in {@code percent} of its nominal value, clean of accrued
 * interest. Dates are ISO 8601. Of several dates the newest that is not in the future counts.
 */
public final class Prices {
    private final Map<String, NavigableMap<LocalDate, Price>> prices = new HashMap<>();

    private Prices() {}

    /**
     * Reads the file.
     *
     * @param file where the text is from
     * @param text its content
     * @return the prices
     * @throws DataFileException if it is wrong
     */
    public static Prices read(Path file, String text) throws DataFileException {
        Prices prices = new Prices();
        for (CsvRow row : CsvTable.read(file, text, "isin", "symbol", "price", "currency", "quotation", "date")
                .getRows()) {
            prices.add(row);
        }
        return prices;
    }

    private void add(CsvRow row) throws DataFileException {
        String quotation = row.text("quotation");
        if (!quotation.equals("per-unit") && !quotation.equals("percent")) {
            throw row.wrong("quotation", "is '" + quotation + "'.", "Give per-unit or percent.");
        }
        String isin = row.isin("isin");
        String key = isin.isEmpty() ? "symbol " + row.text("symbol") : isin;
        LocalDate date = row.date("date", DateTimeFormatter.ISO_LOCAL_DATE, "2026-11-20");
        Price price = new Price(row.positive("price"), row.currency("currency"), quotation.equals("percent"));
        if (prices.computeIfAbsent(key, unpriced -> new TreeMap<>()).putIfAbsent(date, price) != null) {
            throw row.wrong("date", "has a second price of the same day.", "Give one price a day.");
        }
    }

    /**
     * The price of a security.
     *
     * @param terms the security
     * @param today the day for which it is asked
     * @param greatestAge in days; an older price does not count
     * @return the price
     * @throws MarketDataException if there is none, or only older ones
     */
    public Price of(SecurityTerms terms, LocalDate today, int greatestAge) throws MarketDataException {
        String key = terms.getIsin() == null
                ? "symbol " + terms.getSymbol()
                : terms.getIsin().getCode();
        Map.Entry<LocalDate, Price> newest =
                prices.containsKey(key) ? prices.get(key).floorEntry(today) : null;
        if (newest == null) {
            throw new MarketDataException(
                    "PRICE_MISSING",
                    "The authority has no price of " + terms.getSymbol() + ".",
                    "It has to add one to its prices.");
        }
        if (newest.getKey().isBefore(today.minusDays(greatestAge))) {
            throw new MarketDataException(
                    "PRICE_STALE",
                    "The authority's price of " + terms.getSymbol() + " is of " + newest.getKey() + ".",
                    "A price may be " + greatestAge + " days old; the authority has to bring its prices up to date.");
        }
        return newest.getValue();
    }

    /** What one unit of a security costs. */
    public static final class Price {
        private final BigDecimal price;
        private final String currency;
        private final boolean percent;

        Price(BigDecimal price, String currency, boolean percent) {
            this.price = price;
            this.currency = currency;
            this.percent = percent;
        }

        /** The ISO 4217 code. */
        public String getCurrency() {
            return currency;
        }

        /**
         * The value of a quantity, in the currency of the price.
         *
         * @param terms the security
         * @param quantity in units
         * @return exactly the value
         */
        public Rational value(SecurityTerms terms, BigDecimal quantity) {
            Rational value = Rational.of(quantity).times(price);
            return percent ? value.times(terms.getDenomination()).dividedBy(BigDecimal.valueOf(100)) : value;
        }

        boolean fits(SecurityTerms terms) {
            return !percent || terms.getCurrency().equals(currency);
        }
    }
}
