package org.countersign.oracles.marketdata;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.countersign.contracts.definition.Isin;

/** One row of a {@link CsvTable}. Every error names file, line and column and what may stand there. */
public final class CsvRow {
    // No exponents: a huge one would fill the memory as soon as it is computed with.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,24}(\\.[0-9]{1,18})?");

    private final Path file;
    private final List<String> columns;
    private final CsvRecord record;

    CsvRow(Path file, List<String> columns, CsvRecord record) {
        this.file = file;
        this.columns = columns;
        this.record = record;
    }

    /** What a column says, without blanks around it; may be empty. */
    public String optional(String column) {
        return record.getFields().get(columns.indexOf(column)).trim();
    }

    /**
     * What a column says.
     *
     * @param column its name
     * @return the text, not empty
     * @throws DataFileException if it is empty
     */
    public String text(String column) throws DataFileException {
        String text = optional(column);
        if (text.isEmpty()) {
            throw wrong(column, "is empty.", "Give a text.");
        }
        return text;
    }

    /**
     * A decimal.
     *
     * @param column its name
     * @return the number with all of its digits
     * @throws DataFileException if it is not one of at most 24 digits before and 18 behind a dot
     */
    public BigDecimal decimal(String column) throws DataFileException {
        String text = text(column);
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong(column, "is '" + text + "'.", "Give a decimal with a dot and without an exponent.");
        }
        return new BigDecimal(text);
    }

    /**
     * A decimal that counts something.
     *
     * @param column its name
     * @return the number, more than zero
     * @throws DataFileException if it is not
     */
    public BigDecimal positive(String column) throws DataFileException {
        BigDecimal decimal = decimal(column);
        if (decimal.signum() <= 0) {
            throw wrong(column, "is '" + text(column) + "'.", "Give a number above zero.");
        }
        return decimal;
    }

    /**
     * A date.
     *
     * @param column its name
     * @param format how it is written
     * @param example one that would do
     * @return the date
     * @throws DataFileException if it is none
     */
    public LocalDate date(String column, DateTimeFormatter format, String example) throws DataFileException {
        try {
            return LocalDate.parse(text(column), format);
        } catch (DateTimeParseException none) {
            throw wrong(column, "is '" + text(column) + "'.", "Give a date like " + example + ".");
        }
    }

    /**
     * A currency.
     *
     * @param column its name
     * @return its ISO 4217 code
     * @throws DataFileException if there is no such currency
     */
    public String currency(String column) throws DataFileException {
        String code = text(column);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException none) {
            throw wrong(column, "is '" + code + "'.", "Give an ISO 4217 code, for example GBP.");
        }
    }

    /**
     * An ISIN.
     *
     * @param column its name
     * @return its code, or empty if the column is
     * @throws DataFileException if it is not an ISIN
     */
    public String isin(String column) throws DataFileException {
        String code = optional(column);
        try {
            return code.isEmpty() ? "" : new Isin(code).getCode();
        } catch (IllegalArgumentException none) {
            throw wrong(column, "is wrong: " + none.getMessage(), "Give an ISIN (ISO 6166) or nothing.");
        }
    }

    /**
     * An error in this row.
     *
     * @param column where
     * @param problem what is wrong there
     * @param remedy what may stand there
     * @return the exception, for the caller to throw
     */
    public DataFileException wrong(String column, String problem, String remedy) {
        return new DataFileException(file, record.getLine(), column, problem, remedy);
    }
}
