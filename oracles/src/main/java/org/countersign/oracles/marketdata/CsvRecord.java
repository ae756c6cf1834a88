package org.countersign.oracles.marketdata;

import java.util.List;

/** One record of a comma-separated file, with the line that it begins on. */
public final class CsvRecord {
    private final int line;
    private final List<String> fields;

    CsvRecord(int line, List<String> fields) {
        this.line = line;
        this.fields = fields;
    }

    /** The line that it begins on, counted from 1. */
    public int getLine() {
        return line;
    }

    /** What stands between the commas; at least one field. */
    public List<String> getFields() {
        return fields;
    }
}
