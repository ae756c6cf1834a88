package org.countersign.oracles.compliance.screening;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The published formats that can be read, each with the settings that name its files. */
enum ListFormat {
    OFAC_XML("ofac-xml", new OfacXml(), "file"),
    OFAC_CSV("ofac-csv", new OfacCsv(), "file", "alternates", "addresses"),
    EU_XML("eu-xml", new EuXml(), "file"),
    UN_XML("un-xml", new UnXml(), "file"),
    OPENSANCTIONS_CSV("opensanctions-csv", new OpenSanctionsCsv(), "file");

    private final String label;
    private final ListReader reader;
    private final List<String> files;

    ListFormat(String label, ListReader reader, String... files) {
        this.label = label;
        this.reader = reader;
        this.files = Collections.unmodifiableList(Arrays.asList(files));
    }

    String getLabel() {
        return label;
    }

    ListReader getReader() {
        return reader;
    }

    /** The settings that name the files, in the order in which the reader wants them. */
    List<String> getFiles() {
        return files;
    }

    static Optional<ListFormat> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst();
    }
}
