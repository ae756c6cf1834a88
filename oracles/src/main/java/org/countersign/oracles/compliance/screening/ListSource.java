package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countersign.oracles.marketdata.DataFileException;

/** A list in files that are read again when one of them has changed. What was read before is then used no more. */
final class ListSource {
    private final String name;
    private final ListFormat format;
    private final List<Path> paths;
    private final long largest;
    private final int least;
    private List<Object> state;
    private SanctionsList list;

    /**
     * Creates a source; nothing is read yet.
     *
     * @param name what the authority calls the list
     * @param format how it is published
     * @param paths where its files are, in the order of the format
     * @param largest how many bytes a file may have
     * @param least how many entries it must have, 1 or more; with fewer it counts as cut off
     */
    ListSource(String name, ListFormat format, List<Path> paths, long largest, int least) {
        this.name = name;
        this.format = format;
        this.paths = new ArrayList<>(paths);
        this.largest = largest;
        this.least = least;
    }

    String getName() {
        return name;
    }

    /** The list as its files say now; the same object as long as they have not changed. */
    synchronized SanctionsList read() throws DataFileException {
        try {
            List<Object> now = state();
            if (list == null || !now.equals(state)) {
                list = null;
                list = readAnew();
                state = now;
            }
            return list;
        } catch (IOException unreadable) {
            list = null;
            Path path = unreadable instanceof NoSuchFileException
                    ? paths.stream()
                            .filter(file -> !Files.exists(file))
                            .findFirst()
                            .orElse(paths.get(0))
                    : paths.get(0);
            throw new DataFileException(
                    path, 0, "", "cannot be read (" + unreadable.getClass().getSimpleName() + ").", "Put it there.");
        }
    }

    /** The error that a list is out of date. */
    DataFileException tooOld(SanctionsList old, int daysOld) {
        return new DataFileException(
                paths.get(0),
                0,
                "",
                "is of " + old.getDate() + ".",
                "It may be " + daysOld + " days old; get a newer.");
    }

    private List<Object> state() throws IOException {
        List<Object> now = new ArrayList<>();
        for (Path path : paths) {
            FileTime modified = Files.getLastModifiedTime(path);
            now.add(modified);
            now.add(Files.size(path));
        }
        return now;
    }

    private SanctionsList readAnew() throws IOException, DataFileException {
        ListFiles files = new ListFiles(paths, largest);
        List<ListEntry> entries = new ArrayList<>();
        LocalDate published = format.getReader().read(files, entries);
        if (entries.isEmpty()) {
            throw new DataFileException(
                    paths.get(0), 0, "", "has no person or organisation.", "Give the file as it is published.");
        }
        if (entries.size() < least) {
            throw new DataFileException(
                    paths.get(0),
                    0,
                    "",
                    "has " + entries.size() + " persons and organisations, fewer than leastEntries, " + least + ".",
                    "Get the whole file, or lower leastEntries if the list has become as short.");
        }
        return new SanctionsList(name, published == null ? files.written() : published, files.digest(), entries);
    }
}
