package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.compliance.ComplianceExplanation;
import org.countersign.workflows.compliance.ExplainComplianceFlow;
import org.countersign.workflows.compliance.ExplainedRequirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComplyCommandsTest extends CommandsWithFakeNodes {
    private static final Instant LATER = Instant.parse("2027-01-31T09:00:00Z");
    private static final String ACCOUNT = "6f1c7e9a-6a2e-4c83-9d0e-2b1b7b4d5a11";

    private Outcome explain(FindingResult result, String... words) {
        boolean passes = result == FindingResult.MET;
        nodes.answering(
                ExplainComplianceFlow.class,
                given -> new ComplianceExplanation(
                        Operation.TRANSFER,
                        LATER,
                        passes,
                        passes ? "It would pass." : "It would be refused.",
                        List.of(new ExplainedRequirement(
                                "kyc-level level 2", result, "KYC", "As attested.", List.of("Authority One"))),
                        List.of()));
        List<String> command = new java.util.ArrayList<>(List.of("comply", "explain"));
        command.addAll(List.of(words));
        return Commands.run(session, command);
    }

    private Object dealerB() {
        return nodes.party(new CordaX500Name("Dealer B", "London", "GB"));
    }

    @Test
    @DisplayName("the giver's node is asked, now or at a time, and the exit code is what it says")
    void betweenMembers() {
        Outcome passes = explain(
                FindingResult.MET, "--security", "ACME", "--from", "dealer-a", "--to", "dealer-b", "--amount", "10");
        assertThat(passes.exitCode()).isZero();
        assertThat(passes.answer().lines()).anySatisfy(line -> assertThat(line).contains("kyc-level level 2"));
        assertThat(nodes.asked()).containsExactly("dealer-a");
        assertThat(nodes.lastArguments()).containsExactly("ACME", dealerB(), BigDecimal.TEN);

        Outcome refused = explain(
                FindingResult.NOT_MET,
                "--security=ACME",
                "--as=dealer-a",
                "--to=dealer-b",
                "--amount=10",
                "--at=" + LATER);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.answer().document()).containsEntry("passes", false);
        assertThat(nodes.asked()).containsExactly("dealer-a", "dealer-a");
        assertThat(nodes.lastArguments()).containsExactly("ACME", dealerB(), BigDecimal.TEN, LATER);
    }

    @Test
    @DisplayName("clients of custodians are named by their accounts")
    void betweenClients() {
        explain(
                FindingResult.MET,
                "--security=ACME",
                "--as=dealer-a",
                "--from-account=Anna",
                "--to=dealer-b",
                "--to-account=" + ACCOUNT,
                "--amount=10");
        assertThat(nodes.lastArguments()).containsExactly("ACME", dealerB(), BigDecimal.TEN, "Anna", ACCOUNT);
        explain(
                FindingResult.MET,
                "--security=ACME",
                "--from=dealer-a",
                "--to=dealer-b",
                "--to-account=" + ACCOUNT,
                "--amount=10",
                "--at=" + LATER);
        assertThat(nodes.lastArguments()).containsExactly("ACME", dealerB(), BigDecimal.TEN, LATER, "", ACCOUNT);
    }

    @Test
    @DisplayName("who gives is named once, and asks itself")
    void theGiver() {
        for (String[] words : new String[][] {
            {"--security=ACME", "--to=dealer-b", "--amount=10"},
            {"--security=ACME", "--to=dealer-b", "--amount=10", "--from=dealer-a", "--as=regulator"}
        }) {
            assertThat(explain(FindingResult.MET, words).failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        }
        assertThat(explain(
                                FindingResult.MET,
                                "--security=ACME",
                                "--to=dealer-b",
                                "--amount=10",
                                "--from=dealer-a",
                                "--as=dealer-a")
                        .exitCode())
                .isZero();
        assertThat(nodes.asked()).containsExactly("dealer-a");
    }
}
