package org.countersign.oracles.marketdata;

import java.util.List;

/** One record of a comma-separated file, with the line that it begins on. */
final class CsvRecord {
    private final int line;
    private final List<String> fields;

    CsvRecord(int line, List<String> fields) {
        this.line = line;
        this.fields = fields;
    }

    int getLine() {
        return line;
    }

    List<String> getFields() {
        return fields;
    }
}
