package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.ZoneOffset;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;

/**
 * The files of an authority's market data, as the section {@code data} of a check names them: {@code instruments},
 * {@code prices}, {@code rates} (only if more than one currency occurs), and how many days old a price
 * ({@code pricesMayBeDaysOld}) and a rate ({@code ratesMayBeDaysOld}) may be. Files are read when a transaction is
 * judged, and again when they have changed.
 */
public final class MarketData {
    private static final int LONGEST_AGE = 3660;

    private final DataFile<Instruments> instruments;
    private final DataFile<Prices> prices;
    private final DataFile<ReferenceRates> rates;
    private final int pricesMayBeDaysOld;
    private final int ratesMayBeDaysOld;

    /**
     * Takes the settings.
     *
     * @param data the section
     * @throws CheckConfigurationException if a setting is missing or wrong
     */
    public MarketData(CheckConfiguration data) throws CheckConfigurationException {
        data.requireOnly("instruments", "prices", "rates", "pricesMayBeDaysOld", "ratesMayBeDaysOld");
        this.instruments = new DataFile<>(path(data, "instruments"), Instruments::read);
        this.prices = new DataFile<>(path(data, "prices"), Prices::read);
        this.rates = data.has("rates") ? new DataFile<>(path(data, "rates"), ReferenceRates::read) : null;
        this.pricesMayBeDaysOld = days(data, "pricesMayBeDaysOld");
        this.ratesMayBeDaysOld = data.has("rates") ? days(data, "ratesMayBeDaysOld") : 0;
    }

    /**
     * A path in the settings of a check.
     *
     * @param section the settings
     * @param setting its name there
     * @return the path; if it is not absolute, from the directory in which the node runs
     * @throws CheckConfigurationException if there is none
     */
    public static Path path(CheckConfiguration section, String setting) throws CheckConfigurationException {
        try {
            return Paths.get(section.text(setting));
        } catch (java.nio.file.InvalidPathException none) {
            throw section.wrong(setting, "is '" + section.text(setting) + "'.", "Give the path of a file.");
        }
    }

    /**
     * A number of days in the settings of a check.
     *
     * @param section the settings
     * @param setting its name there
     * @return the days, at least 0
     * @throws CheckConfigurationException if it is no such number
     */
    public static int days(CheckConfiguration section, String setting) throws CheckConfigurationException {
        BigDecimal days = section.decimal(setting);
        try {
            int whole = days.intValueExact();
            if (whole >= 0 && whole <= LONGEST_AGE) {
                return whole;
            }
        } catch (ArithmeticException broken) {
            // Told below, like a number out of bounds.
        }
        throw section.wrong(setting, "is " + days + ".", "Give whole days, 0 to " + LONGEST_AGE + ".");
    }

    /**
     * The market as the files describe it.
     *
     * @param now the authority's clock; ages count from its date in UTC
     * @return what is known
     * @throws DataFileException if a file cannot be read or is wrong
     */
    public Market at(Instant now) throws DataFileException {
        return new Market(
                instruments.read(),
                prices.read(),
                rates == null ? null : rates.read(),
                now.atZone(ZoneOffset.UTC).toLocalDate(),
                pricesMayBeDaysOld,
                ratesMayBeDaysOld);
    }
}
