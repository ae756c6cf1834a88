package org.countersign.oracles.marketdata;

import java.nio.file.Path;

/** A file of data cannot be read or says something that it may not say. The message names file, line and column. */
public final class DataFileException extends MarketDataException {
    /** The reason code of all of them. */
    public static final String CODE = "DATA_FILE_INVALID";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    /**
     * Creates the exception for a place in a file. Only the file's name is told, not where the authority keeps it.
     *
     * @param file the file
     * @param line counted from 1; 0 if the file as a whole is wrong
     * @param column the name of the column, or empty
     * @param problem what is wrong there
     * @param remedy what may stand there
     */
    public DataFileException(Path file, long line, String column, String problem, String remedy) {
        super(CODE, place(file, line, readable(column)) + " " + readable(problem), remedy);
    }

    // What stands in a file may be anything, and a reason that cannot be read is none.
    private static String readable(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }

    private static String place(Path file, long line, String column) {
        StringBuilder place = new StringBuilder("The file ").append(file.getFileName());
        if (line > 0) {
            place.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            place.append(", column ").append(column);
        }
        return place.append(',').toString();
    }
}
