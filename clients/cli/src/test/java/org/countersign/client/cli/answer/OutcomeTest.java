package org.countersign.client.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Outcome ANSWER =
            Outcome.of(Answer.of(new Fields().with("quantity", new BigDecimal("1E+3")), "A thousand."));
    private static final Outcome FAILURE = Outcome.of(new Failure(
            FailureCode.REFUSED, "Not \"so\".", "Do it otherwise.", new IllegalStateException("the cause")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void peopleGetTheLinesAndNothingElse() {
        print(ANSWER, false, false);

        assertThat(text(out)).isEqualTo("A thousand." + System.lineSeparator());
        assertThat(text(err)).isEmpty();
    }

    @Test
    void scriptsGetOneDocumentAndNothingElse() throws IOException {
        print(ANSWER, true, false);

        assertThat(onlyDocument().path("quantity").asText()).isEqualTo("1000");
        assertThat(onlyDocument().path("quantity").isTextual()).isTrue();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aFailureSaysWhatIsTheCaseAndWhatToDo() {
        print(FAILURE, false, false);

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("Not \"so\".", "Do it otherwise.").doesNotContain("the cause", "at org.");
    }

    @Test
    void aFailureIsADocumentForScripts() throws IOException {
        print(FAILURE, true, false);

        JsonNode error = onlyDocument().path("error");
        assertThat(error.path("code").asText()).isEqualTo("REFUSED");
        assertThat(error.path("message").asText()).isEqualTo("Not \"so\".");
        assertThat(error.path("remedy").asText()).isEqualTo("Do it otherwise.");
    }

    @Test
    void theCauseIsShownOnlyWhenAskedFor() {
        print(FAILURE, false, true);

        assertThat(text(err)).contains("IllegalStateException: the cause", "at org.countersign");
    }

    @Test
    void exitCodesTellWrongUsageFromFailure() {
        assertThat(ANSWER.exitCode()).isZero();
        assertThat(FAILURE.exitCode()).isEqualTo(1);
        assertThat(Outcome.of(new Failure(FailureCode.WRONG_USAGE, "What?", "")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void typesOfTheLedgerAreWrittenAsText() throws IOException {
        SecureHash id = SecureHash.sha256("x");
        Fields fields = new Fields()
                .with("id", id)
                .with("name", new CordaX500Name("Dealer A", "London", "GB"))
                .with("at", Instant.parse("2026-01-02T03:04:05Z"))
                .with(
                        "nested",
                        List.of(new Fields().with("n", new BigDecimal("0.10")).toMap()));
        print(Outcome.of(Answer.of(fields)), true, false);

        JsonNode document = onlyDocument();
        assertThat(document.path("id").asText()).isEqualTo(id.toString());
        assertThat(document.path("name").asText()).isEqualTo("O=Dealer A, L=London, C=GB");
        assertThat(document.path("at").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(document.path("nested").path(0).path("n").asText()).isEqualTo("0.10");
    }

    private void print(Outcome outcome, boolean json, boolean verbose) {
        outcome.print(json, verbose, stream(out), stream(err));
    }

    private JsonNode onlyDocument() throws IOException {
        return new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text(out));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
