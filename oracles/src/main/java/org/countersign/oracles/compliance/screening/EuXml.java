package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * The consolidated list of persons, groups and entities subject to EU financial sanctions, as the European Commission
 * publishes it in XML, schema 1.1 of the Financial Sanctions Database: {@code xmlFullSanctionsList_1_1}.
 */
final class EuXml implements ListReader {
    @Override
    public LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException {
        try (InputStream content = files.open(0)) {
            XmlRecords records = new XmlRecords(files.path(0), content, "export", "sanctionEntity");
            LocalDate generated = date(files, records.root().attribute("generationDate"));
            for (XmlElement record = records.next(); record != null; record = records.next()) {
                add(record, entries);
            }
            return generated;
        }
    }

    private static LocalDate date(ListFiles files, String text) throws DataFileException {
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException none) {
            throw new DataFileException(
                    files.path(0), 0, "generationDate", "is '" + text + "'.", "It is a time like 2026-12-31T17:00.");
        }
    }

    private static void add(XmlElement record, List<ListEntry> entries) {
        String reference = record.attribute("euReferenceNumber");
        String id = reference.isEmpty() ? record.attribute("logicalId") : reference;
        ListEntry.Builder entry = new ListEntry.Builder(id, kind(record));
        for (XmlElement name : record.all("nameAlias")) {
            String whole = name.attribute("wholeName");
            String parts =
                    name.attribute("firstName") + " " + name.attribute("middleName") + " " + name.attribute("lastName");
            entry.name(whole.isEmpty() ? parts : whole, name.attribute("strong").equals("false"));
        }
        // Where somebody was born is not where somebody belongs: the country of birth does not count.
        record.all("birthdate").forEach(birth -> born(birth).ifPresent(entry::born));
        record.all("citizenship").forEach(citizen -> entry.country(citizen.attribute("countryIso2Code")));
        record.all("address").forEach(address -> entry.country(address.attribute("countryIso2Code")));
        if (entry.isNamed()) {
            entries.add(entry.build());
        }
    }

    private static EntryKind kind(XmlElement record) {
        for (XmlElement type : record.all("subjectType")) {
            if (type.attribute("code").equals("person")) {
                return EntryKind.PERSON;
            }
            if (type.attribute("code").equals("enterprise")) {
                return EntryKind.ORGANISATION;
            }
        }
        return EntryKind.UNKNOWN;
    }

    private static Optional<BirthPeriod> born(XmlElement birth) {
        Optional<BirthPeriod> known = BirthPeriod.parse(birth.attribute("birthdate"));
        if (!known.isPresent()) {
            known = BirthPeriod.parse(birth.attribute("yearRangeFrom") + " to " + birth.attribute("yearRangeTo"));
        }
        if (!known.isPresent()) {
            known = BirthPeriod.parse(birth.attribute("year")
                    + part(birth.attribute("monthOfYear"))
                    + part(birth.attribute("dayOfMonth")));
        }
        return birth.attribute("circa").equals("true") ? known.map(BirthPeriod::widened) : known;
    }

    private static String part(String number) {
        return number.isEmpty() ? "" : "-" + number;
    }
}
