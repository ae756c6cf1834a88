package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.countersign.contracts.definition.SecurityDefinitionState;

/** What an authority knows of the market on one day. */
public final class Market {
    private final Instruments instruments;
    private final Prices prices;
    private final ReferenceRates rates;
    private final LocalDate today;
    private final int pricesMayBeDaysOld;
    private final int ratesMayBeDaysOld;

    /** Rates may be null: then nothing can be converted. */
    Market(
            Instruments instruments,
            Prices prices,
            ReferenceRates rates,
            LocalDate today,
            int pricesMayBeDaysOld,
            int ratesMayBeDaysOld) {
        this.instruments = instruments;
        this.prices = prices;
        this.rates = rates;
        this.today = today;
        this.pricesMayBeDaysOld = pricesMayBeDaysOld;
        this.ratesMayBeDaysOld = ratesMayBeDaysOld;
    }

    /** The day. */
    public LocalDate getToday() {
        return today;
    }

    /**
     * The reference data of a security.
     *
     * @param security its definition
     * @return the data
     * @throws MarketDataException if there are none
     */
    public Instrument instrument(SecurityDefinitionState security) throws MarketDataException {
        return instruments.of(security.getTerms());
    }

    /**
     * The value of a position: quantity times price, converted at the reference rate. Nothing is worth nothing, whether
     * there is a price or not.
     *
     * @param security in what
     * @param quantity in units
     * @param currency the ISO 4217 code that the value is in
     * @return exactly the value
     * @throws MarketDataException if price or rate are missing or too old
     */
    public Rational value(SecurityDefinitionState security, BigDecimal quantity, String currency)
            throws MarketDataException {
        if (quantity.signum() == 0) {
            return Rational.ZERO;
        }
        Prices.Price price = prices.of(security.getTerms(), today, pricesMayBeDaysOld);
        if (!price.fits(security.getTerms())) {
            throw new MarketDataException(
                    "PRICE_MISSING",
                    "The authority's price of " + security.getTerms().getSymbol() + " is in percent and in "
                            + price.getCurrency() + ".",
                    "A price in percent is in the currency of the nominal value, "
                            + security.getTerms().getCurrency() + ".");
        }
        return convert(price.value(security.getTerms(), quantity), price.getCurrency(), currency);
    }

    /**
     * Converts an amount.
     *
     * @param amount in the first currency
     * @param from its ISO 4217 code
     * @param to the other code
     * @return exactly the amount in the other currency
     * @throws MarketDataException if a rate is missing or too old
     */
    public Rational convert(Rational amount, String from, String to) throws MarketDataException {
        if (from.equals(to)) {
            return amount;
        }
        if (rates == null) {
            throw new MarketDataException(
                    "RATE_MISSING",
                    "The authority cannot convert " + from + " to " + to + ".",
                    "It has to set data.rates to a file of reference rates.");
        }
        return rates.convert(amount, from, to, today, ratesMayBeDaysOld);
    }
}
