package org.countersign.language.source;

import java.util.Objects;

/** A stretch of one line of a source. */
public final class Place {
    private final String file;
    private final int line;
    private final int column;
    private final int length;
    private final String content;

    /**
     * Creates a place.
     *
     * @param file the source's name
     * @param line from 1
     * @param column in code points, from 1
     * @param length in code points, at least 1
     * @param content the whole line
     */
    Place(String file, int line, int column, int length, String content) {
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.column = column;
        this.length = length;
        this.content = Objects.requireNonNull(content, "content");
    }

    /** The source's name. */
    public String getFile() {
        return file;
    }

    /** The line, from 1. */
    public int getLine() {
        return line;
    }

    /** The column in code points, from 1. */
    public int getColumn() {
        return column;
    }

    /** How many code points it covers, at least 1. */
    public int getLength() {
        return length;
    }

    /** The whole line. */
    public String getContent() {
        return content;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
