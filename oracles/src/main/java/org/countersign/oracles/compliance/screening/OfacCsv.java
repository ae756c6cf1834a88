package org.countersign.oracles.compliance.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.oracles.marketdata.CsvReader;
import org.countersign.oracles.marketdata.CsvRecord;
import org.countersign.oracles.marketdata.DataFileException;

/**
 * The same list in comma-separated files: {@code SDN.CSV}, {@code ALT.CSV} and {@code ADD.CSV}, joined by their first
 * column. They have no header; {@code -0-} stands for nothing. Dates of birth, nationalities and weak aliases are in
 * the remarks. A row of an alias or address whose entry is not in the first file is of another day, or the first file
 * is cut off: such files are refused. Source: OFAC's data specification of 25 September 2023.
 */
final class OfacCsv implements ListReader {
    private static final List<String> END_OF_FILE = Collections.singletonList("\u001A");
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int REMARKS = 11;
    private static final int SDN_COLUMNS = 12;
    private static final int ALT_NAME = 3;
    private static final int ALT_COLUMNS = 5;
    private static final int COUNTRY = 4;
    private static final int ADD_COLUMNS = 6;
    private static final Pattern BORN = Pattern.compile("(?:alt\\. )?DOB (.+?)\\.?");
    private static final Pattern NATION = Pattern.compile("(?:alt\\. )?(?:nationality|citizen) (.+?)\\.?");
    private static final Pattern WEAK_ALIAS = Pattern.compile("(?:alt\\. )?[afn]\\.k\\.a\\. '(.+)'\\.?");

    @Override
    public LocalDate read(ListFiles files, List<ListEntry> entries) throws IOException, DataFileException {
        Map<String, ListEntry.Builder> known = new LinkedHashMap<>();
        Set<String> things = new HashSet<>();
        each(files, 0, SDN_COLUMNS, fields -> {
            String type = value(fields, TYPE);
            if (type.equals("vessel") || type.equals("aircraft")) {
                things.add(value(fields, 0));
            } else {
                EntryKind kind = type.equals("individual") ? EntryKind.PERSON : EntryKind.ORGANISATION;
                ListEntry.Builder entry =
                        new ListEntry.Builder(value(fields, 0), kind).name(value(fields, NAME), false);
                remarks(entry, value(fields, REMARKS));
                known.put(value(fields, 0), entry);
            }
        });
        joined(files, 1, ALT_COLUMNS, known, things, (entry, fields) -> entry.name(value(fields, ALT_NAME), false));
        joined(files, 2, ADD_COLUMNS, known, things, (entry, fields) -> entry.country(value(fields, COUNTRY)));
        for (ListEntry.Builder entry : known.values()) {
            if (entry.isNamed()) {
                entries.add(entry.build());
            }
        }
        return null;
    }

    private static void remarks(ListEntry.Builder entry, String remarks) {
        for (String remark : remarks.split(";")) {
            String text = remark.trim();
            Matcher born = BORN.matcher(text);
            Matcher nation = NATION.matcher(text);
            Matcher alias = WEAK_ALIAS.matcher(text);
            if (born.matches()) {
                entry.born(born.group(1));
            } else if (nation.matches()) {
                entry.country(nation.group(1));
            } else if (alias.matches()) {
                entry.name(alias.group(1), true);
            }
        }
    }

    private static String value(List<String> fields, int column) {
        String text = fields.get(column).trim();
        return text.equals("-0-") ? "" : text;
    }

    private static void joined(
            ListFiles files,
            int file,
            int columns,
            Map<String, ListEntry.Builder> known,
            Set<String> things,
            BiConsumer<ListEntry.Builder, List<String>> taken)
            throws IOException, DataFileException {
        Set<String> strangers = new LinkedHashSet<>();
        each(files, file, columns, fields -> {
            String id = value(fields, 0);
            ListEntry.Builder entry = known.get(id);
            if (entry != null) {
                taken.accept(entry, fields);
            } else if (!things.contains(id)) {
                strangers.add(id);
            }
        });
        if (!strangers.isEmpty()) {
            throw new DataFileException(
                    files.path(file),
                    0,
                    "",
                    "has rows of " + strangers.size() + " entries that "
                            + files.path(0).getFileName() + " does not have, the first of "
                            + strangers.iterator().next() + ".",
                    "Get all three files of one publication, whole.");
        }
    }

    private static void each(ListFiles files, int file, int columns, Row row) throws IOException, DataFileException {
        try (InputStream content = files.open(file)) {
            CsvReader reader = new CsvReader(
                    files.path(file), new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
            for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.getFields().size() == columns) {
                    row.take(record.getFields());
                } else if (!record.getFields().equals(END_OF_FILE)) {
                    throw new DataFileException(
                            files.path(file),
                            record.getLine(),
                            "",
                            "has " + record.getFields().size() + " fields.",
                            "The file of this format has " + columns + ".");
                }
            }
        } catch (CharacterCodingException foreign) {
            throw new DataFileException(files.path(file), 0, "", "is not text in UTF-8.", "Save it in UTF-8.");
        }
    }

    /** Takes in a record. */
    private interface Row {
        void take(List<String> fields);
    }
}
