package org.countersign.client.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.client.cli.answer.Failure;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final KeyPair KEYS = Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
    private static final Party AUTHORITY =
            new Party(new CordaX500Name("Authority One", "London", "GB"), KEYS.getPublic());

    @TempDir
    private Path directory;

    private static List<String> entries(int count) {
        List<String> lines = new ArrayList<>();
        SecureHash previous = JournalEntry.BEGINNING;
        for (int number = 1; number <= count; number++) {
            JournalEntry entry = new JournalEntry("{\"sequence\":" + number + ",\"previous\":\"" + previous
                    + "\",\"at\":\"2026-11-20T09:30:00Z\",\"asker\":\"O=Dealer A,L=London,C=GB\"}");
            lines.add(entry.getLine());
            previous = entry.digest();
        }
        return lines;
    }

    private static String signed(List<String> entries) throws Exception {
        SecureHash digest =
                entries.isEmpty() ? JournalEntry.BEGINNING : new JournalEntry(entries.get(entries.size() - 1)).digest();
        byte[] statement = JournalHead.statement(AUTHORITY, entries.size(), digest);
        return JournalFile.line(new JournalHead(
                AUTHORITY, entries.size(), digest, new OpaqueBytes(Crypto.doSign(KEYS.getPrivate(), statement))));
    }

    private Path file(List<String> entries, String head) throws IOException {
        List<String> lines = new ArrayList<>(entries);
        lines.add(head);
        return Files.write(directory.resolve("journal.jsonl"), lines);
    }

    @Test
    void aJournalWithItsSignatureHolds() throws Exception {
        JournalHead head = JournalFile.verify(file(entries(3), signed(entries(3))));
        assertThat(head.getSequence()).isEqualTo(3);
        assertThat(head.getAuthority()).isEqualTo(AUTHORITY);
        assertThat(JournalFile.verify(file(List.of(), signed(List.of()))).getSequence())
                .isZero();
    }

    @Test
    void theFirstLineThatDoesNotHoldIsNamed() throws Exception {
        String head = signed(entries(3));
        List<String> changed = entries(3);
        changed.set(1, changed.get(1).replace("Dealer A", "Dealer B"));
        refused("line 3 does not follow the line before it", file(changed, head));
        List<String> swapped = entries(3);
        Collections.swap(swapped, 0, 1);
        refused("line 1 does not follow the line before it", file(swapped, head));
        List<String> renumbered = entries(3);
        renumbered.set(0, "{}");
        refused("line 1 is no entry", file(renumbered, head));
        refused("line 3 signs 3 entries", file(entries(2), head));
        refused("line 5 signs 3 entries", file(entries(4), head));
        refused("line 4 is not the authority's signature", file(entries(3), "{}"));
        refused("line 4 is not the authority's signature", file(entries(3), head.replace("\"key\":\"", "\"key\":\"!")));
        refused(
                "line 4 has a signature that is not the key's",
                file(entries(3), head.replace("Authority One", "Authority Two")));
    }

    @Test
    void aFileThatIsNotThereIsAnErrorAndNoCrash() {
        refused("cannot be read", directory.resolve("absent"));
    }

    private static void refused(String message, Path file) {
        assertThatThrownBy(() -> JournalFile.verify(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(message);
    }
}
