package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalHead;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.JournalRecord;
import org.countersign.workflows.validation.journal.JournalVerification;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.countersign.workflows.validation.journal.SignJournalFlow;
import org.countersign.workflows.validation.journal.VerifyJournalFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outsider keeps a journal here, since nobody else writes into it. */
@ExtendWith(AttackNetwork.class)
class JournalTest {
    private static final SecureHash SALE = SecureHash.sha256("a sale");
    private static final ValidationReport REPORT = new ValidationReport(
            SALE,
            Aspect.RISK,
            Collections.singletonList(new Finding(
                    "risk.limit",
                    FindingResult.NOT_MET,
                    "LIMIT_EXCEEDED",
                    "The \"limit\" is\nexceeded \ud83d\udcc8.",
                    Collections.singletonList(new Figure("exposure", new BigDecimal("1E+1000000"), "GBP")))));

    private static <T> T atOutsider(Supplier<T> work) {
        return network().node(OUTSIDER).transaction(work::get);
    }

    private static JournalEntry enter(JournalRecord record) {
        return atOutsider(() -> Journal.enter(network().node(OUTSIDER).getServices(), record));
    }

    private static List<JournalEntry> read(JournalQuery query) {
        return network().run(OUTSIDER, new ReadJournalFlow(query));
    }

    private static int change(String statement, long sequence) {
        return atOutsider(() -> network().node(OUTSIDER).getServices().withEntityManager((EntityManager database) -> {
            return database.createNativeQuery(statement)
                    .setParameter(1, sequence)
                    .executeUpdate();
        }));
    }

    private static JournalRecord attested(String what) {
        return new JournalRecord(DEALER_A, SecureHash.sha256(what), Aspect.IDENTITY).shown("output", "100 ACME");
    }

    private static JournalRecord refused() {
        return new JournalRecord(DEALER_B, SALE, Aspect.RISK)
                .shown("output", "100 ACME")
                .shown("output", "900 ACME")
                .found(REPORT)
                .refused(new Refusal(OUTSIDER, Refusal.CHECK_FAILED, "The limit is exceeded."));
    }

    @Test
    @DisplayName("Entries follow one another, are found by what they are about, and hold every figure")
    void entriesFollowOneAnother() {
        Instant before = Instant.now();
        JournalEntry first = enter(attested("one"));
        JournalEntry second = enter(refused());
        assertThat(second.follows(first)).isTrue();
        assertThat(first.follows(second)).isFalse();
        assertThat(second.getLine())
                .contains("\"shown\":{\"output\":[\"100 ACME\",\"900 ACME\"]}")
                .contains("\"value\":\"1E+1000000\"")
                .contains("The \\\"limit\\\" is\\u000aexceeded \ud83d\udcc8.")
                .contains("\"report\":\"" + REPORT.withoutFigures().digest() + "\"")
                .doesNotContain("\n");
        JournalQuery recent = new JournalQuery(first.sequence() - 1, null, null, null, null, null, null);
        assertThat(read(recent)).containsExactly(first, second);
        assertThat(read(new JournalQuery(first.sequence() - 1, SALE, null, null, null, null, null)))
                .containsExactly(second);
        assertThat(read(new JournalQuery(0, null, Aspect.RISK, DEALER_B, false, before, null)))
                .containsExactly(second);
        assertThat(read(new JournalQuery(0, null, Aspect.RISK, DEALER_A, null, null, null)))
                .isEmpty();
        assertThat(read(new JournalQuery(0, null, null, null, true, null, before)))
                .doesNotContain(first, second);
        assertThat(read(recent.after(second.sequence()))).isEmpty();
    }

    @Test
    @DisplayName("A changed, removed or wrongly filed entry breaks the chain where it is, and is not signed")
    void changesAreFound() {
        JournalEntry entry = enter(refused());
        enter(attested("two"));
        assertHolds();
        String column = "update countersign_journal set ";
        for (List<String> edit : Arrays.asList(
                Arrays.asList(
                        "entry = replace(entry, '900 ACME', '901 ACME')",
                        "entry = replace(entry, '901 ACME', '900 ACME')"),
                Arrays.asList("attested = true", "attested = false"),
                Arrays.asList("sequence_number = sequence_number + 100", null))) {
            assertThat(change(column + edit.get(0) + " where sequence_number = ?", entry.sequence()))
                    .isEqualTo(1);
            JournalVerification broken = network().run(OUTSIDER, new VerifyJournalFlow());
            assertThat(broken.getProblem()).isNotNull();
            assertThat(broken.getBrokenAt()).isBetween(entry.sequence(), entry.sequence() + 1);
            assertThat(broken.getHead()).isNull();
            assertThatThrownBy(() -> network().run(OUTSIDER, new SignJournalFlow()))
                    .hasMessageContaining("does not hold from entry");
            if (edit.get(1) == null) {
                change(
                        column + "sequence_number = sequence_number - 100 where sequence_number = ?",
                        entry.sequence() + 100);
            } else {
                change(column + edit.get(1) + " where sequence_number = ?", entry.sequence());
            }
            assertHolds();
        }
    }

    private static void assertHolds() {
        JournalVerification verification = network().run(OUTSIDER, new VerifyJournalFlow());
        assertThat(verification.getProblem()).isNull();
        assertThat(verification.getHead())
                .isEqualTo(
                        atOutsider(() -> Journal.head(network().node(OUTSIDER).getServices())));
    }

    @Test
    @DisplayName("The authority signs how far its journal goes")
    void theHeadIsSigned() {
        JournalEntry last = enter(attested("three"));
        JournalHead head = network().run(OUTSIDER, new SignJournalFlow());
        assertThat(head.isValid()).isTrue();
        assertThat(head.getDigest()).isEqualTo(last.digest());
        assertThat(head.getSequence()).isEqualTo(last.sequence());
        assertThat(Arrays.asList(
                                new JournalHead(
                                        head.getAuthority(),
                                        head.getSequence() + 1,
                                        head.getDigest(),
                                        head.getSignature()),
                                new JournalHead(head.getAuthority(), head.getSequence(), SALE, head.getSignature()),
                                new JournalHead(
                                        network().party(DEALER_A),
                                        head.getSequence(),
                                        head.getDigest(),
                                        head.getSignature()))
                        .stream()
                        .filter(JournalHead::isValid)
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    @DisplayName("A line that does not begin as an entry does is none")
    void otherLinesAreNoEntries() {
        String previous = JournalEntry.BEGINNING.toString();
        for (String line : Arrays.asList(
                "",
                "{}",
                "{\"sequence\":0,\"previous\":\"" + previous + "\",\"at\":\"x\",}",
                "{\"sequence\":1,\"previous\":\"12\",\"at\":\"x\",}",
                "{\"sequence\":1, \"previous\":\"" + previous + "\",\"at\":\"x\",}")) {
            assertThatThrownBy(() -> new JournalEntry(line)).hasMessageContaining("no entry of a journal");
        }
    }
}
