package org.countersign.workflows.validation.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * One entry of a journal: a line of JSON that begins with its number and the digest of the entry before.
 *
 * <p>The line is the entry. Its digest is over its bytes in UTF-8, so that any tool can check a chain.
 */
@CordaSerializable
public final class JournalEntry {
    /** What stands in the place of the digest of the entry before the first. */
    public static final SecureHash BEGINNING = SecureHash.zeroHash;

    private static final Pattern HEAD = Pattern.compile(
            "(?s)\\{\"sequence\":([1-9][0-9]{0,17}),\"previous\":\"([0-9A-F]{64})\",\"at\":\"([^\"]{1,40})\",.*}");

    private final String line;

    /**
     * Takes a line as an entry.
     *
     * @param line one line of a journal, without its end
     * @throws IllegalArgumentException if it does not begin as an entry does
     */
    public JournalEntry(String line) {
        this.line = Objects.requireNonNull(line, "line");
        if (!HEAD.matcher(line).matches()) {
            throw new IllegalArgumentException(
                    "This is no entry of a journal: " + line.substring(0, Math.min(line.length(), 80))
                            + ". An entry begins with sequence, previous and at.");
        }
    }

    static JournalEntry next(long sequence, SecureHash previous, Instant at, JournalRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", sequence);
        fields.put("previous", previous);
        fields.put("at", at);
        fields.putAll(record.fields());
        return new JournalEntry(JsonLine.of(fields));
    }

    /** The entry as one line of JSON. */
    public String getLine() {
        return line;
    }

    /** Its number, from 1 on without a gap. */
    public long sequence() {
        return Long.parseLong(head(1));
    }

    /** The digest of the entry before, {@link #BEGINNING} for the first. */
    public SecureHash previous() {
        return SecureHash.create(head(2));
    }

    /** When it was entered, by the authority's clock. */
    public Instant at() {
        return Instant.parse(head(3));
    }

    /** The digest that the next entry carries. */
    public SecureHash digest() {
        return SecureHash.sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether this entry follows another.
     *
     * @param before the entry before, or null where this has to be the first
     * @return whether number and digest say so
     */
    public boolean follows(JournalEntry before) {
        return before == null
                ? sequence() == 1 && previous().equals(BEGINNING)
                : sequence() == before.sequence() + 1 && previous().equals(before.digest());
    }

    private String head(int group) {
        Matcher matcher = HEAD.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("An entry was taken that is none.");
        }
        return matcher.group(group);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalEntry && line.equals(((JournalEntry) other).line);
    }

    @Override
    public int hashCode() {
        return line.hashCode();
    }

    @Override
    public String toString() {
        return line;
    }
}
