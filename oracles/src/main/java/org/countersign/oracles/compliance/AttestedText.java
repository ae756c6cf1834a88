package org.countersign.oracles.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a database has what is attested of a key: a line for each name of the person; a line for each kind of claims,
 * with since when, until when and where a status list tells of it, and then a line for each claim.
 */
final class AttestedText {
    // Neither stands in a name or claim, which is readable text without line breaks.
    private static final String END = "\n";
    private static final String EQUALS = "=";
    // No claim's name begins with it.
    private static final String KIND = ":";
    private static final String NONE = "-";
    private static final int FIELDS = 5;

    private AttestedText() {}

    /**
     * Writes as much as there is room for.
     *
     * @param lines each to be had whole or not at all
     * @param longest how many characters there is room for
     * @return the first ones that fit
     */
    static String fitting(Collection<String> lines, int longest) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() <= longest) {
                text.append(line);
            }
        }
        return text.toString();
    }

    /** A line for each name. */
    static List<String> names(AttestedHolder holder) {
        List<String> lines = new ArrayList<>();
        holder.getIdentifiers().forEach(name -> lines.add(name + END));
        return lines;
    }

    /** The lines of each kind of claims, together. */
    static List<String> claims(AttestedHolder holder) {
        List<String> parts = new ArrayList<>();
        for (AttestedClaims claims : holder.getClaims()) {
            StringBuilder text = new StringBuilder(KIND)
                    .append(String.join(
                            " ",
                            claims.getKind(),
                            claims.getIssued().toString(),
                            claims.getExpires().toString(),
                            claims.getList().isEmpty() ? NONE : claims.getList(),
                            String.valueOf(claims.getPlace())))
                    .append(END);
            claims.getValues()
                    .forEach((name, value) ->
                            text.append(name).append(EQUALS).append(value).append(END));
            parts.add(text.toString());
        }
        return parts;
    }

    /**
     * Reads what was written.
     *
     * @param names the names
     * @param claims the claims; those before the first line of a kind are on record
     * @param expires until when those count that are of no kind
     * @return the holder
     */
    static AttestedHolder read(String names, String claims, Instant expires) {
        List<AttestedClaims> parts = new ArrayList<>();
        String[] head = {AttestedClaims.RECORD, Instant.EPOCH.toString(), expires.toString(), NONE, "0"};
        Map<String, String> values = new TreeMap<>();
        for (String line : claims.split(END)) {
            if (line.startsWith(KIND)) {
                add(parts, head, values);
                values.clear();
                head = line.substring(KIND.length()).split(" ");
            } else if (line.indexOf(EQUALS) > 0) {
                int equals = line.indexOf(EQUALS);
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        add(parts, head, values);
        return new AttestedHolder(Arrays.asList(names.split(END)), parts);
    }

    private static void add(List<AttestedClaims> parts, String[] head, Map<String, String> values) {
        if (head.length == FIELDS && !values.isEmpty()) {
            parts.add(new AttestedClaims(
                    head[0],
                    Instant.parse(head[1]),
                    Instant.parse(head[2]),
                    head[3].equals(NONE) ? "" : head[3],
                    Integer.parseInt(head[4]),
                    values));
        }
    }
}
