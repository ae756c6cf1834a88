package org.countersign.oracles.compliance.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A sanctions list as it was read. */
final class SanctionsList {
    private final String name;
    private final LocalDate date;
    private final String digest;
    private final List<ListEntry> entries;

    /**
     * Creates a list.
     *
     * @param name what the authority calls it
     * @param date when its publisher made it, in UTC; where the format does not say, when the file was last written
     * @param digest SHA-256 over the bytes of all its files, 64 hexadecimal digits
     * @param entries persons and organisations
     */
    SanctionsList(String name, LocalDate date, String digest, List<ListEntry> entries) {
        this.name = Objects.requireNonNull(name, "name");
        this.date = Objects.requireNonNull(date, "date");
        this.digest = Objects.requireNonNull(digest, "digest");
        this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
    }

    String getName() {
        return name;
    }

    LocalDate getDate() {
        return date;
    }

    /** The date and the beginning of the digest: two files of one day are told apart. */
    String version() {
        return date + "/" + digest.substring(0, 12);
    }

    String getDigest() {
        return digest;
    }

    List<ListEntry> getEntries() {
        return entries;
    }
}
