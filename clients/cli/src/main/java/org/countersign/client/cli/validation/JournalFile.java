package org.countersign.client.cli.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalHead;

/**
 * A journal as a file: one entry per line from the first on, and the authority's signature under them as the last line.
 */
final class JournalFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMEDY = "Name a file that 'journal export' wrote, and do not edit it.";

    private JournalFile() {}

    /** The last line. */
    static String line(JournalHead head) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("authority", head.getAuthority().getName().toString());
        fields.put("key", text(head.getAuthority().getOwningKey().getEncoded()));
        fields.put("entries", head.getSequence());
        fields.put("digest", head.getDigest().toString());
        fields.put("signature", text(head.getSignature().getBytes()));
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers have no form in JSON.", e);
        }
    }

    /** An entry's fields, for scripts. */
    static Map<String, Object> fields(JournalEntry entry) {
        try {
            return MAPPER.readValue(entry.getLine(), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "Entry " + entry.sequence() + " is no JSON: " + e.getOriginalMessage(),
                    "The journal was changed or damaged; restore it from a backup.",
                    e);
        }
    }

    /**
     * Checks a file from its first line to its last.
     *
     * @return what the authority signed
     * @throws Failure that names the first line that does not hold
     */
    static JournalHead verify(Path file) {
        List<String> lines = read(file);
        if (lines.isEmpty()) {
            throw broken(file, 1, "is missing.");
        }
        JournalEntry before = null;
        for (int at = 0; at < lines.size() - 1; at++) {
            JournalEntry entry = entry(file, at + 1, lines.get(at));
            if (!entry.follows(before)) {
                throw broken(file, at + 1, "does not follow the line before it.");
            }
            before = entry;
        }
        JournalHead head = head(file, lines.size(), lines.get(lines.size() - 1));
        long entries = before == null ? 0 : before.sequence();
        SecureHash digest = before == null ? JournalEntry.BEGINNING : before.digest();
        if (head.getSequence() != entries || !head.getDigest().equals(digest)) {
            throw broken(
                    file,
                    lines.size(),
                    "signs " + head.getSequence() + " entries; the file has " + entries + " others.");
        }
        if (!head.isValid()) {
            throw broken(file, lines.size(), "has a signature that is not the key's.");
        }
        return head;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Failure(FailureCode.FILE_WRONG, "The journal cannot be read: " + e + ".", REMEDY, e);
        }
    }

    private static JournalEntry entry(Path file, int number, String line) {
        try {
            return new JournalEntry(line);
        } catch (IllegalArgumentException none) {
            throw broken(file, number, "is no entry.");
        }
    }

    private static JournalHead head(Path file, int number, String line) {
        try {
            Map<String, Object> fields = MAPPER.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
            return new JournalHead(
                    new Party(
                            CordaX500Name.parse((String) fields.get("authority")),
                            Crypto.decodePublicKey(bytes(fields.get("key")))),
                    ((Number) fields.get("entries")).longValue(),
                    SecureHash.create((String) fields.get("digest")),
                    new OpaqueBytes(bytes(fields.get("signature"))));
        } catch (Exception none) {
            // Reading a key throws checked exceptions that it does not declare.
            throw broken(file, number, "is not the authority's signature.");
        }
    }

    private static Failure broken(Path file, int line, String problem) {
        return new Failure(
                FailureCode.PROOF_REFUSED,
                "The journal in " + file + " does not hold: line " + line + " " + problem,
                "Do not rely on it; ask the authority for another, and compare it with the seals that you hold.");
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(Object text) {
        return Base64.getDecoder().decode((String) text);
    }

    /** All pages of a query, in one list. */
    static List<JournalEntry> all(Pages pages) {
        List<JournalEntry> entries = new ArrayList<>();
        List<JournalEntry> page = pages.after(0);
        while (!page.isEmpty()) {
            entries.addAll(page);
            page = pages.after(page.get(page.size() - 1).sequence());
        }
        return entries;
    }

    /** Where pages come from. */
    @FunctionalInterface
    interface Pages {
        /** The page after an entry. */
        List<JournalEntry> after(long sequence);
    }
}
