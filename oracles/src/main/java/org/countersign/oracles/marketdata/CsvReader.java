package org.countersign.oracles.marketdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads comma-separated values by RFC 4180, strictly: a quote within an unquoted field, text after a closing quote and
 * a quoted field without an end are errors and not guesses. Beyond the RFC a line may end with a line feed alone, empty
 * lines are skipped, and the text may begin with a byte order mark. Only the record at hand is kept in memory.
 */
public final class CsvReader {
    private static final char QUOTE = '"';
    private static final char MARK = '\uFEFF';
    private static final int END = -1;
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int MOST_FIELDS = 10_000;

    private final Path file;
    private final Reader text;
    private boolean begun;
    private int ahead;
    private int line = 1;

    /**
     * Creates a reader.
     *
     * @param file where the text is from, for the errors only
     * @param text the content; it is not closed here
     */
    public CsvReader(Path file, Reader text) {
        this.file = file;
        this.text = new BufferedReader(text);
    }

    /** All records of a text, the header as the first of them. */
    static List<CsvRecord> all(Path file, String text) throws DataFileException {
        try {
            CsvReader reader = new CsvReader(file, new StringReader(text));
            List<CsvRecord> records = new ArrayList<>();
            for (CsvRecord found = reader.next(); found != null; found = reader.next()) {
                records.add(found);
            }
            return records;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a record.
     *
     * @return the next one, or null at the end
     * @throws IOException if the content cannot be read
     * @throws DataFileException with the line if it is no such text
     */
    public CsvRecord next() throws IOException, DataFileException {
        if (!begun) {
            begun = true;
            advance();
            if (ahead == MARK) {
                advance();
            }
        }
        while (ahead != END) {
            CsvRecord found = record();
            if (!found.getFields().equals(Collections.singletonList(""))) {
                return found;
            }
        }
        return null;
    }

    private void advance() throws IOException {
        ahead = text.read();
    }

    private CsvRecord record() throws IOException, DataFileException {
        int begin = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (ahead == ',') {
            advance();
            if (fields.size() == MOST_FIELDS) {
                throw wrong("has more than " + MOST_FIELDS + " fields.", "End the record before.");
            }
            fields.add(field());
        }
        endOfLine();
        return new CsvRecord(begin, fields);
    }

    private String field() throws IOException, DataFileException {
        return ahead == QUOTE ? quoted() : plain();
    }

    private boolean endsField() {
        return ahead == END || ahead == ',' || ahead == '\r' || ahead == '\n';
    }

    private String plain() throws IOException, DataFileException {
        StringBuilder field = new StringBuilder();
        while (!endsField()) {
            if (ahead == QUOTE) {
                throw wrong("has a quotation mark within a field.", "Quote the whole field and double the mark in it.");
            }
            append(field);
            advance();
        }
        return field.toString();
    }

    private String quoted() throws IOException, DataFileException {
        StringBuilder field = new StringBuilder();
        int opened = line;
        advance();
        while (ahead != END) {
            if (ahead != QUOTE) {
                line += ahead == '\n' ? 1 : 0;
                append(field);
                advance();
                continue;
            }
            advance();
            if (endsField()) {
                return field.toString();
            }
            if (ahead != QUOTE) {
                throw wrong("has text after a closing quotation mark.", "End the field there.");
            }
            append(field);
            advance();
        }
        throw new DataFileException(file, opened, "", "opens a quotation mark that is never closed.", "Close it.");
    }

    private void append(StringBuilder field) throws DataFileException {
        if (field.length() == LONGEST_FIELD) {
            throw wrong("has a field of more than " + LONGEST_FIELD + " characters.", "Make it shorter.");
        }
        field.append((char) ahead);
    }

    private void endOfLine() throws IOException, DataFileException {
        if (ahead == END) {
            return;
        }
        if (ahead == '\r') {
            advance();
            if (ahead != '\n') {
                throw wrong("has a carriage return without a line feed.", "End lines with both or a line feed alone.");
            }
        }
        advance();
        line++;
    }

    private DataFileException wrong(String problem, String remedy) {
        return new DataFileException(file, line, "", problem, remedy);
    }
}
