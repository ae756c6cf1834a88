package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.oracles.marketdata.CsvReader;
import org.countersign.oracles.marketdata.CsvRecord;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * A dataset of OpenSanctions in its simplified tabular form, {@code targets.simple.csv}: a header, and within a field
 * semicolons between several values. Columns that are not needed may be there or not; their order is free. The list's
 * date is the latest day on which the publisher has seen an entry.
 */
final class OpenSanctionsCsv implements ListReader {
    private static final String[] NEEDED = {"id", "schema", "name", "aliases", "birth_date", "countries", "last_seen"};
    private static final Set<String> THINGS = new HashSet<>(Arrays.asList(
            "Vessel", "Airplane", "Vehicle", "Security", "CryptoWallet", "Address", "Asset", "RealEstate"));
    private static final Set<String> ORGANISATIONS =
            new HashSet<>(Arrays.asList("Organization", "Company", "LegalEntity", "PublicBody"));

    @Override
    public LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException {
        try (InputStream content = files.open(0)) {
            CsvReader reader =
                    new CsvReader(files.path(0), new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
            CsvRecord header = reader.next();
            Map<String, Integer> columns = columns(files, header);
            LocalDate latest = null;
            for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.getFields().size() != header.getFields().size()) {
                    throw new DataFileException(
                            files.path(0),
                            record.getLine(),
                            "",
                            "has " + record.getFields().size() + " fields.",
                            "There are " + header.getFields().size() + " columns.");
                }
                add(record, columns, entries);
                LocalDate seen = seen(files, record, columns);
                latest = latest == null || seen.isAfter(latest) ? seen : latest;
            }
            return latest;
        } catch (CharacterCodingException foreign) {
            throw new DataFileException(files.path(0), 0, "", "is not text in UTF-8.", "Save it in UTF-8.");
        }
    }

    private static Map<String, Integer> columns(ListFiles files, CsvRecord header) throws DataFileException {
        Map<String, Integer> columns = new HashMap<>();
        if (header != null) {
            for (int index = 0; index < header.getFields().size(); index++) {
                columns.put(header.getFields().get(index).trim(), index);
            }
        }
        for (String needed : NEEDED) {
            if (!columns.containsKey(needed)) {
                throw new DataFileException(
                        files.path(0), 1, needed, "is missing.", "Give the file targets.simple.csv of a dataset.");
            }
        }
        return columns;
    }

    private static LocalDate seen(ListFiles files, CsvRecord record, Map<String, Integer> columns)
            throws DataFileException {
        String text = value(record, columns, "last_seen");
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException none) {
            throw new DataFileException(
                    files.path(0),
                    record.getLine(),
                    "last_seen",
                    "is '" + text + "'.",
                    "It is a date like 2026-12-31.");
        }
    }

    private static void add(CsvRecord record, Map<String, Integer> columns, List<ListEntry> entries) {
        String schema = value(record, columns, "schema");
        if (THINGS.contains(schema)) {
            return;
        }
        EntryKind kind = schema.equals("Person")
                ? EntryKind.PERSON
                : ORGANISATIONS.contains(schema) ? EntryKind.ORGANISATION : EntryKind.UNKNOWN;
        ListEntry.Builder entry =
                new ListEntry.Builder(value(record, columns, "id"), kind).name(value(record, columns, "name"), false);
        for (String alias : value(record, columns, "aliases").split(";")) {
            entry.name(alias, false);
        }
        for (String birth : value(record, columns, "birth_date").split(";")) {
            entry.born(birth);
        }
        for (String country : value(record, columns, "countries").split(";")) {
            entry.country(country);
        }
        if (entry.isNamed()) {
            entries.add(entry.build());
        }
    }

    private static String value(CsvRecord record, Map<String, Integer> columns, String column) {
        return record.getFields().get(columns.get(column)).trim();
    }
}
