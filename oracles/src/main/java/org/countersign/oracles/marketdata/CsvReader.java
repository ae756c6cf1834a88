package org.countersign.oracles.marketdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads comma-separated values by RFC 4180, strictly: a quote within an unquoted field, text after a closing quote and
 * a quoted field without an end are errors and not guesses. Beyond the RFC a line may end with a line feed alone, empty
 * lines are skipped, and the text may begin with a byte order mark.
 */
final class CsvReader {
    private static final char QUOTE = '"';
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final String text;
    private final List<CsvRecord> records = new ArrayList<>();
    private int position;
    private int line = 1;

    /** The file is for the errors only. */
    CsvReader(Path file, String text) {
        this.file = file;
        this.text = text;
        this.position = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
    }

    /** All records, the header as the first of them. */
    List<CsvRecord> read() throws DataFileException {
        while (position < text.length()) {
            CsvRecord found = record();
            if (!found.getFields().equals(Collections.singletonList(""))) {
                records.add(found);
            }
        }
        return records;
    }

    private CsvRecord record() throws DataFileException {
        int begin = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (position < text.length() && text.charAt(position) == ',') {
            position++;
            fields.add(field());
        }
        endOfLine();
        return new CsvRecord(begin, fields);
    }

    private String field() throws DataFileException {
        return position < text.length() && text.charAt(position) == QUOTE ? quoted() : plain();
    }

    private String plain() throws DataFileException {
        int begin = position;
        while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            if (text.charAt(position) == QUOTE) {
                throw wrong("has a quotation mark within a field.", "Quote the whole field and double the mark in it.");
            }
            position++;
        }
        return text.substring(begin, position);
    }

    private String quoted() throws DataFileException {
        StringBuilder field = new StringBuilder();
        int opened = line;
        position++;
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next != QUOTE) {
                line += next == '\n' ? 1 : 0;
                field.append(next);
            } else if (position < text.length() && text.charAt(position) == QUOTE) {
                field.append(QUOTE);
                position++;
            } else if (position == text.length() || ",\r\n".indexOf(text.charAt(position)) >= 0) {
                return field.toString();
            } else {
                throw wrong("has text after a closing quotation mark.", "End the field there.");
            }
        }
        throw new DataFileException(file, opened, "", "opens a quotation mark that is never closed.", "Close it.");
    }

    private void endOfLine() throws DataFileException {
        if (position == text.length()) {
            return;
        }
        if (text.charAt(position) == '\r') {
            position++;
            if (position == text.length() || text.charAt(position) != '\n') {
                throw wrong("has a carriage return without a line feed.", "End lines with both or a line feed alone.");
            }
        }
        position++;
        line++;
    }

    private DataFileException wrong(String problem, String remedy) {
        return new DataFileException(file, line, "", problem, remedy);
    }
}
