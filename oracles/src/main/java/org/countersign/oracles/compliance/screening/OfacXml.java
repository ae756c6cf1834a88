package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * The Specially Designated Nationals list of the US Office of Foreign Assets Control as {@code SDN.XML}; its
 * consolidated list has the same format. Source: OFAC's data specification of 25 September 2023 and its {@code sdnList}
 * schema.
 */
final class OfacXml implements ListReader {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final String PUBLISHED = "publshInformation"; // as OFAC spells it
    private static final String ENTRY = "sdnEntry";

    @Override
    public LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException {
        try (InputStream content = files.open(0)) {
            XmlRecords records = new XmlRecords(files.path(0), content, "sdnList", PUBLISHED, ENTRY);
            LocalDate published = null;
            int promised = -1;
            int read = 0;
            for (XmlElement record = records.next(); record != null; record = records.next()) {
                if (record.getName().equals(ENTRY)) {
                    read++;
                    add(record, entries);
                } else {
                    published = date(files, record.textOf("Publish_Date"));
                    promised = count(files, record.textOf("Record_Count"));
                }
            }
            if (promised != read) {
                throw new DataFileException(
                        files.path(0),
                        0,
                        "Record_Count",
                        "promises " + promised + " entries; there are " + read + ".",
                        "Get the file anew.");
            }
            return published;
        }
    }

    private static LocalDate date(ListFiles files, String text) throws DataFileException {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeParseException none) {
            throw new DataFileException(
                    files.path(0), 0, "Publish_Date", "is '" + text + "'.", "It is a date like 12/31/2026.");
        }
    }

    private static int count(ListFiles files, String text) throws DataFileException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new DataFileException(files.path(0), 0, "Record_Count", "is '" + text + "'.", "It is a number.");
        }
    }

    private static void add(XmlElement record, List<ListEntry> entries) {
        String type = record.textOf("sdnType");
        if (type.equals("Vessel") || type.equals("Aircraft")) {
            return;
        }
        EntryKind kind = type.equals("Individual")
                ? EntryKind.PERSON
                : type.equals("Entity") ? EntryKind.ORGANISATION : EntryKind.UNKNOWN;
        ListEntry.Builder entry = new ListEntry.Builder(record.textOf("uid"), kind).name(fullName(record), false);
        for (XmlElement alias : record.all("akaList", "aka")) {
            entry.name(fullName(alias), alias.textOf("category").equals("weak"));
        }
        record.all("dateOfBirthList", "dateOfBirthItem").forEach(birth -> entry.born(birth.textOf("dateOfBirth")));
        record.all("nationalityList", "nationality").forEach(nation -> entry.country(nation.textOf("country")));
        record.all("citizenshipList", "citizenship").forEach(citizen -> entry.country(citizen.textOf("country")));
        record.all("addressList", "address").forEach(address -> entry.country(address.textOf("country")));
        if (entry.isNamed()) {
            entries.add(entry.build());
        }
    }

    private static String fullName(XmlElement named) {
        return named.textOf("firstName") + " " + named.textOf("lastName");
    }
}
