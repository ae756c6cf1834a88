package org.countersign.language.source;

/** Where in a source something stands; beside {@link Place} it does not carry the text. */
public final class Span {
    private final int line;
    private final int column;
    private final int length;

    /**
     * Creates a span.
     *
     * @param line from 1
     * @param column in code points, from 1
     * @param length in code points
     */
    public Span(int line, int column, int length) {
        this.line = line;
        this.column = column;
        this.length = length;
    }

    /** The line, from 1. */
    public int getLine() {
        return line;
    }

    /** The column in code points, from 1. */
    public int getColumn() {
        return column;
    }

    /** How many code points it covers. */
    public int getLength() {
        return length;
    }
}
