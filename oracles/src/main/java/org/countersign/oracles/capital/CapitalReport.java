package org.countersign.oracles.capital;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.contracts.identity.Lei;
import org.countersign.oracles.marketdata.CsvRow;
import org.countersign.oracles.marketdata.CsvTable;
import org.countersign.oracles.marketdata.DataFile;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.marketdata.MarketDataException;

/**
 * The own funds that an institution has reported to its supervisor, read from the {@code reports} directory of an
 * xBRL-CSV report package as the European Banking Authority's filing rules lay it out:
 *
 * <ul>
 *   <li>{@code parameters.csv} ({@code name,value}): {@code entityID} with the institution's LEI, {@code refPeriod},
 *       {@code baseCurrency};
 *   <li>{@code FilingIndicators.csv} ({@code templateID,reported}): that the template was filed;
 *   <li>{@code c_01.00.csv} ({@code datapoint,factValue}): own funds (row 0010), Tier 1 capital (row 0015) and Common
 *       Equity Tier 1 capital (row 0020) of the COREP template C 01.00;
 *   <li>{@code c_02.00.csv}, only if it is asked for: the total risk exposure amount (row 0010) of C 02.00.
 * </ul>
 *
 * <p>In this format a fact is named by the number of its data point and not by row and column; the numbers here are
 * those of the EBA's data point model, version 3.0. Figures are in whole units of the currency, whatever accuracy
 * {@code decimalsMonetary} states.
 */
final class CapitalReport {
    static final String OWN_FUNDS = "dp33413";
    static final String TIER_1 = "dp84817";
    static final String CET_1 = "dp33411";
    static final String RISK_EXPOSURE = "dp38483";

    // rs: and lei: are the schemes of the filing rules; .IND and .CON say individual or consolidated.
    private static final Pattern ENTITY = Pattern.compile("(?:(?:lei|rs):)?([A-Z0-9]{20})(?:\\.(?:IND|CON))?");

    private final DataFile<Map<String, CsvRow>> parameters;
    private final DataFile<Map<String, CsvRow>> indicators;
    private final DataFile<Map<String, CsvRow>> ownFunds;
    private final DataFile<Map<String, CsvRow>> exposures;
    private final Lei institution;

    /** The report of an institution in a directory. */
    CapitalReport(Path directory, Lei institution) {
        this.parameters = table(directory.resolve("parameters.csv"), "name", "value");
        this.indicators = table(directory.resolve("FilingIndicators.csv"), "templateID", "reported");
        this.ownFunds = table(directory.resolve("c_01.00.csv"), "datapoint", "factValue");
        this.exposures = table(directory.resolve("c_02.00.csv"), "datapoint", "factValue");
        this.institution = institution;
    }

    private static DataFile<Map<String, CsvRow>> table(Path path, String key, String value) {
        return new DataFile<>(path, (file, text) -> {
            Map<String, CsvRow> rows = new HashMap<>();
            for (CsvRow row : CsvTable.read(file, text, key, value).getRows()) {
                if (rows.put(row.text(key), row) != null) {
                    throw row.wrong(key, "is there twice.", "Report each once.");
                }
            }
            return rows;
        });
    }

    /** The currency of the figures. */
    String currency() throws DataFileException {
        CsvRow row = parameter("baseCurrency");
        String code = row.text("value").replaceFirst("^iso4217:", "");
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException none) {
            throw row.wrong("value", "is '" + code + "'.", "Give an ISO 4217 code, for example EUR.");
        }
    }

    /** Fails if it is another institution's report, or one that is too old. */
    void requireUsable(LocalDate today, int mayBeDaysOld) throws MarketDataException {
        CsvRow entity = parameter("entityID");
        Matcher matcher = ENTITY.matcher(entity.text("value"));
        if (!matcher.matches() || !matcher.group(1).equals(institution.getCode())) {
            throw entity.wrong(
                    "value", "is '" + entity.text("value") + "'.", "The report is to be that of " + institution + ".");
        }
        LocalDate period = parameter("refPeriod").date("value", DateTimeFormatter.ISO_LOCAL_DATE, "2026-09-30");
        if (period.isAfter(today) || period.isBefore(today.minusDays(mayBeDaysOld))) {
            throw new MarketDataException(
                    "REPORT_STALE",
                    "The last report of own funds is for " + period + ".",
                    "It may be " + mayBeDaysOld + " days old; the institution has to file a newer one.");
        }
        requireFiled("C_01.00");
    }

    /** A figure of C 01.00. */
    BigDecimal ownFunds(String datapoint) throws DataFileException {
        return fact(ownFunds, datapoint, "C 01.00");
    }

    /** The total risk exposure amount of C 02.00. */
    BigDecimal riskExposure() throws DataFileException {
        requireFiled("C_02.00");
        return fact(exposures, RISK_EXPOSURE, "C 02.00");
    }

    private static BigDecimal fact(DataFile<Map<String, CsvRow>> table, String datapoint, String template)
            throws DataFileException {
        CsvRow row = table.read().get(datapoint);
        if (row == null) {
            throw missing(table.getPath(), "datapoint", datapoint, "Report this data point of " + template + ".");
        }
        return row.decimal("factValue");
    }

    private void requireFiled(String template) throws DataFileException {
        CsvRow row = indicators.read().get(template);
        if (row == null) {
            throw missing(indicators.getPath(), "templateID", template, "The template has to be filed.");
        }
        if (!row.text("reported").equals("true")) {
            throw row.wrong("reported", "is " + row.text("reported") + ".", "The template has to be filed.");
        }
    }

    private CsvRow parameter(String name) throws DataFileException {
        CsvRow row = parameters.read().get(name);
        if (row == null) {
            throw missing(parameters.getPath(), "name", name, "Add it.");
        }
        return row;
    }

    private static DataFileException missing(Path file, String column, String what, String remedy) {
        return new DataFileException(file, 0, column, "has no " + what + ".", remedy);
    }
}
