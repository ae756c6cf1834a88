package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.countersign.oracles.marketdata.DataFileException;

/** Reads a list of one format. */
interface ListReader {
    /**
     * Reads a list.
     *
     * @param files its files
     * @param entries takes in what is read
     * @return when the list was published, or null if its format does not say
     * @throws IOException if a file cannot be read
     * @throws DataFileException if one is not of the format
     */
    LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException;
}
