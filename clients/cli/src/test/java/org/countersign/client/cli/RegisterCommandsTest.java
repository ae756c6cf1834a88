package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.register.CatchUpRegisterFlow;
import org.countersign.workflows.register.RegisterCatchUp;
import org.countersign.workflows.register.RegisterComparison;
import org.countersign.workflows.register.RegisterExamination;
import org.countersign.workflows.register.RegisterVerification;
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.ShowRegisterFlow;
import org.countersign.workflows.register.VerifyRegisterFlow;
import org.junit.jupiter.api.Test;

class RegisterCommandsTest extends CommandsWithFakeNodes {
    private static final SecureHash ID = SecureHash.sha256("a transaction");
    private static final RegisterRoots ROOTS =
            new RegisterRoots(SecureHash.sha256("standing"), SecureHash.sha256("all"), 1, 2);
    private static final CordaX500Name TWO = name("Authority Two");

    @Test
    void aRegisterIsShownByHolderWithItsLines() throws IOException {
        nodes.answering(
                ShowRegisterFlow.class,
                given -> new RegisterView(
                        "ACME",
                        "ACME plc",
                        SecureHash.sha256("security"),
                        new BigDecimal("1.50"),
                        List.of(new RegisterView.Holder(
                                name("Dealer A"),
                                new BigDecimal("1.50"),
                                List.of(new RegisterView.Holding(
                                        new StateRef(ID, 1), "DLabc", new BigDecimal("1.50"), Instant.EPOCH)))),
                        ROOTS,
                        2));

        Outcome outcome = run("register", "show", "--as=authority-1", "--page=2", "--", "ACME");

        assertThat(nodes.asked()).containsExactly("authority-1");
        assertThat(nodes.lastArguments()).containsExactly("ACME", 2);
        assertThat(outcome.answer().lines())
                .anyMatch(line -> line.contains("dealer-a") && line.contains("1.50"))
                .anyMatch(line -> line.contains("since 1970-01-01T00:00:00Z") && line.contains("by " + ID));
        JsonNode document = document(outcome);
        assertThat(document.path("outstanding").asText()).isEqualTo("1.50");
        assertThat(document.path("page").asInt()).isEqualTo(2);
        assertThat(document.path("pages").asInt()).isEqualTo(1);
        JsonNode holding = document.path("holders").path(0).path("holdings").path(0);
        assertThat(holding.path("transaction").asText()).isEqualTo(ID.toString());
        assertThat(holding.path("output").asInt()).isEqualTo(1);
        assertThat(document.path("roots").path("holders").asText())
                .isEqualTo(ROOTS.getHolders().toString());
    }

    @Test
    void registersThatHoldAreToldWithSuccess() throws IOException {
        nodes.answering(
                VerifyRegisterFlow.class, given -> List.of(verification(null, RegisterComparison.Outcome.EQUAL)));

        Outcome outcome = run("register", "verify", "--as=authority-1");

        assertThat(nodes.lastArguments()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(document(outcome).path("holds").asBoolean()).isTrue();
        assertThat(document(outcome).path("registers").path(0).path("symbol").asText())
                .isEqualTo("ACME");
    }

    @Test
    void aDifferenceIsNamedAndFails() throws IOException {
        nodes.answering(
                VerifyRegisterFlow.class,
                given -> List.of(verification("The register has no line of X.", RegisterComparison.Outcome.DIFFERENT)));

        Outcome outcome = run("register", "verify", "--as=authority-1", "--", "ACME");

        assertThat(nodes.lastArguments()).containsExactly("ACME");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.answer().lines())
                .contains("The register of ACME does not hold.", "  The register has no line of X.", "  It says so.");
        assertThat(document(outcome)
                        .path("registers")
                        .path(0)
                        .path("difference")
                        .asText())
                .isEqualTo("The register has no line of X.");
    }

    @Test
    void catchingUpTellsWhatCameAndWhatWentWrong() throws IOException {
        nodes.answering(
                CatchUpRegisterFlow.class,
                given -> List.of(new RegisterCatchUp(
                        "ACME",
                        1,
                        3,
                        List.of("Authority Three has not answered."),
                        verification(null, RegisterComparison.Outcome.EQUAL))));

        Outcome outcome = run("register", "catch-up", "--as=authority-1", "--", "ACME");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer().lines())
                .contains(
                        "ACME: 3 transactions received, 1 lines restored from the own ledger.",
                        "  Authority Three has not answered.");
        JsonNode report = document(outcome).path("registers").path(0);
        assertThat(report.path("receivedTransactions").asInt()).isEqualTo(3);
        assertThat(report.path("verification")
                        .path("comparisons")
                        .path(0)
                        .path("registrar")
                        .asText())
                .isEqualTo(TWO.toString());
    }

    private static RegisterVerification verification(String difference, RegisterComparison.Outcome outcome) {
        return new RegisterVerification(
                new RegisterExamination("ACME", ROOTS, difference),
                List.of(new RegisterComparison(TWO, outcome, ROOTS, 0, 0, "It says so.")));
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }
}
