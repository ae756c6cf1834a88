package org.countersign.oracles.marketdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A comma-separated file (RFC 4180) whose first record names the columns, in any order. */
public final class CsvTable {
    private final List<String> columns;
    private final List<CsvRow> rows;

    private CsvTable(List<String> columns, List<CsvRow> rows) {
        this.columns = Collections.unmodifiableList(columns);
        this.rows = Collections.unmodifiableList(rows);
    }

    /**
     * Reads a table that has exactly some columns.
     *
     * @param file where the text is from, for the errors
     * @param text the content
     * @param expected the columns that there must be; none may be missing, and no other may be there
     * @return the table
     * @throws DataFileException with line and column if it is no such table
     */
    public static CsvTable read(Path file, String text, String... expected) throws DataFileException {
        CsvTable table = read(file, text);
        List<String> wanted = Arrays.asList(expected);
        for (String column : wanted) {
            if (!table.columns.contains(column)) {
                throw new DataFileException(
                        file, 1, column, "is missing.", "The columns are " + String.join(", ", wanted) + ".");
            }
        }
        for (String column : table.columns) {
            if (!wanted.contains(column)) {
                throw new DataFileException(
                        file, 1, column, "is not known.", "The columns are " + String.join(", ", wanted) + ".");
            }
        }
        return table;
    }

    /**
     * Reads a table of whatever columns it has.
     *
     * @param file where the text is from, for the errors
     * @param text the content
     * @return the table
     * @throws DataFileException with line and column if it is no table
     */
    public static CsvTable read(Path file, String text) throws DataFileException {
        List<CsvRecord> records = CsvReader.all(file, text);
        if (records.isEmpty()) {
            throw new DataFileException(file, 0, "", "is empty.", "Its first line names the columns.");
        }
        List<String> columns = new ArrayList<>();
        for (String name : records.get(0).getFields()) {
            String column = name.trim();
            // The European Central Bank ends its lines with a comma, which makes a column without a name.
            boolean last = columns.size() == records.get(0).getFields().size() - 1;
            if (columns.contains(column) || column.isEmpty() && !last) {
                throw new DataFileException(
                        file, records.get(0).getLine(), column, "is there twice or has no name.", "Name each once.");
            }
            columns.add(column);
        }
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            if (record.getFields().size() != columns.size()) {
                throw new DataFileException(
                        file,
                        record.getLine(),
                        "",
                        "has " + record.getFields().size() + " fields.",
                        "There are " + columns.size() + " columns.");
            }
            rows.add(new CsvRow(file, columns, record));
        }
        return new CsvTable(columns, rows);
    }

    /** The names of the columns in their order, without blanks around them. */
    public List<String> getColumns() {
        return columns;
    }

    /** The records below the header. */
    public List<CsvRow> getRows() {
        return rows;
    }
}
