package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.workflows.validation.journal.JournalVerification;
import org.countersign.workflows.validation.journal.VerifyJournalFlow;
import org.junit.jupiter.api.Test;

class JournalVerifyTest extends CommandsWithFakeNodes {
    private static final SecureHash HEAD = SecureHash.sha256("the last entry");

    @Test
    void aMembersOwnJournalThatHoldsIsToldWithSuccess() throws IOException {
        nodes.answering(VerifyJournalFlow.class, given -> new JournalVerification(17, HEAD, 0, null));

        Outcome outcome = run("journal", "verify", "--as=authority-1");

        assertThat(nodes.asked()).containsExactly("authority-1");
        assertThat(nodes.lastArguments()).isEmpty();
        assertThat(nodes.open()).isZero();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer().lines())
                .containsExactly("The journal of authority-1 holds: 17 entries.", "Its last digest is " + HEAD + ".");
        JsonNode document = document(outcome);
        assertThat(document.path("holds").asBoolean()).isTrue();
        assertThat(document.path("authority").asText()).isEqualTo("O=Authority One, L=London, C=GB");
        assertThat(document.path("entries").asLong()).isEqualTo(17);
        assertThat(document.path("digest").asText()).isEqualTo(HEAD.toString());
        assertThat(document.path("brokenAt").isNull()).isTrue();
    }

    @Test
    void theFirstEntryThatDoesNotHoldIsNamedAndFails() throws IOException {
        nodes.answering(
                VerifyJournalFlow.class,
                given -> new JournalVerification(3, null, 4, "It does not follow the entry before it."));

        Outcome outcome = run("journal", "verify", "--as=authority-1");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.answer().lines().get(0))
                .contains("entry 4 is the first that is wrong", "It does not follow the entry before it.");
        JsonNode document = document(outcome);
        assertThat(document.path("holds").asBoolean()).isFalse();
        assertThat(document.path("entries").asLong()).isEqualTo(3);
        assertThat(document.path("digest").isNull()).isTrue();
        assertThat(document.path("brokenAt").asLong()).isEqualTo(4);
    }

    @Test
    void anExportedJournalIsVerifiedWithoutANode() throws IOException {
        Path file = Files.write(directory.resolve("journal.jsonl"), List.of("{}"));

        Outcome outcome = run("journal", "verify", "--", file.toString());

        assertThat(nodes.asked()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROOF_REFUSED);
    }

    @Test
    void oneJournalIsNamedNoMoreAndNoFewer() {
        for (Outcome outcome : List.of(
                run("journal", "verify"), run("journal", "verify", "--as=authority-1", "--", "journal.jsonl"))) {
            assertThat(nodes.asked()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.failure().code()).isEqualTo(FailureCode.WRONG_USAGE);
        }
    }
}
