package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * The United Nations Security Council's consolidated list in XML, by the schema {@code consolidated.xsd} that the
 * Security Council's secretariat publishes with it.
 */
final class UnXml implements ListReader {
    private static final String PERSON = "INDIVIDUAL";
    private static final String ORGANISATION = "ENTITY";
    private static final String[] NAMES = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"};

    @Override
    public LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException {
        try (InputStream content = files.open(0)) {
            XmlRecords records = new XmlRecords(files.path(0), content, "CONSOLIDATED_LIST", PERSON, ORGANISATION);
            String generated = records.root().attribute("dateGenerated");
            for (XmlElement record = records.next(); record != null; record = records.next()) {
                add(record, entries);
            }
            return date(files, generated);
        }
    }

    private static LocalDate date(ListFiles files, String text) throws DataFileException {
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException none) {
            throw new DataFileException(
                    files.path(0), 0, "dateGenerated", "is '" + text + "'.", "It is a time like 2026-12-31T17:00Z.");
        }
    }

    private static void add(XmlElement record, List<ListEntry> entries) {
        boolean person = record.getName().equals(PERSON);
        String reference = record.textOf("REFERENCE_NUMBER");
        ListEntry.Builder entry = new ListEntry.Builder(
                reference.isEmpty() ? record.textOf("DATAID") : reference,
                person ? EntryKind.PERSON : EntryKind.ORGANISATION);
        StringBuilder name = new StringBuilder();
        for (String part : NAMES) {
            name.append(record.textOf(part)).append(' ');
        }
        entry.name(name.toString(), false).name(record.textOf("NAME_ORIGINAL_SCRIPT"), false);
        for (XmlElement alias : record.all(record.getName() + "_ALIAS")) {
            entry.name(alias.textOf("ALIAS_NAME"), alias.textOf("QUALITY").equalsIgnoreCase("Low"));
        }
        record.all("INDIVIDUAL_DATE_OF_BIRTH").forEach(birth -> born(birth).ifPresent(entry::born));
        record.all("NATIONALITY", "VALUE").forEach(nation -> entry.country(nation.text()));
        record.all(record.getName() + "_ADDRESS").forEach(address -> entry.country(address.textOf("COUNTRY")));
        if (entry.isNamed()) {
            entries.add(entry.build());
        }
    }

    private static Optional<BirthPeriod> born(XmlElement birth) {
        Optional<BirthPeriod> known = BirthPeriod.parse(birth.textOf("DATE"));
        if (!known.isPresent()) {
            known = BirthPeriod.parse(birth.textOf("YEAR"));
        }
        if (!known.isPresent()) {
            known = BirthPeriod.parse(birth.textOf("FROM_YEAR") + " to " + birth.textOf("TO_YEAR"));
        }
        return birth.textOf("TYPE_OF_DATE").equals("APPROXIMATELY") ? known.map(BirthPeriod::widened) : known;
    }
}
