package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.r3.corda.lib.tokens.workflows.flows.rpc.MoveFungibleTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Networks;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTransferTest {
    private static final CordaX500Name HOLDER = new CordaX500Name("Dealer", "London", "GB");

    @TempDir
    private Path directory;

    private final FakeNodes nodes = new FakeNodes();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<HoldingLine> holdings = Collections.synchronizedList(new ArrayList<>());
    private Session session;

    @BeforeEach
    void describeTheNetwork() throws IOException {
        PrintStream aside = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        session = new Session(
                directory,
                Map.of(Session.NETWORK_VARIABLE, Networks.file(directory).toString()),
                nodes,
                Commands::run,
                aside,
                aside);
        nodes.answering(HoldingsFlow.class, given -> List.copyOf(holdings));
        nodes.answering(RegisterSecurityFlow.Initiator.class, given -> {
            told.add("register " + ((SecurityTerms) given.get(0)).getAuthorisedQuantity());
            return null;
        });
        nodes.answering(IssueSecurityFlow.Initiator.class, given -> {
            told.add("issue " + given.get(1));
            hold(HoldingLine.SECURITY, (String) given.get(0), (BigDecimal) given.get(1));
            return null;
        });
        nodes.answering(IssueCashFlow.class, given -> {
            told.add("cash");
            hold(HoldingLine.CASH, "GBP", ((Amount<?>) given.get(0)).toDecimal());
            return null;
        });
        nodes.answering(MoveFungibleTokens.class, given -> {
            told.add("move");
            return null;
        });
        nodes.answering(AffirmTradeFlow.class, given -> {
            told.add("affirm");
            return new UUID(1, 2);
        });
        nodes.answering(TransferFlow.Initiator.class, given -> {
            told.add(
                    given.size() == 3
                            ? "free"
                            : given.get(3).equals(Payment.parse("1.00 GBP"))
                                    ? "against 1.00 GBP"
                                    : "against another price");
            return null;
        });
    }

    @AfterEach
    void everyConnectionIsClosed() {
        assertThat(nodes.open()).isZero();
    }

    @Test
    void itPreparesOnceAndRunsTheKindsInBlocksThatTakeTurnsInFront() {
        Outcome outcome = run("--warmup=1", "--count=3", "--block=2");

        List<String> expected = new ArrayList<>(List.of("register 16", "issue 8", "cash", "issue 8", "cash"));
        expected.addAll(List.of("move", "free", "affirm", "against 1.00 GBP"));
        expected.addAll(List.of("move", "move", "free", "free"));
        expected.addAll(List.of("affirm", "affirm", "against 1.00 GBP", "against 1.00 GBP"));
        expected.addAll(List.of("free", "affirm", "against 1.00 GBP", "move"));
        assertThat(told).isEqualTo(expected);
        assertThat(outcome.exitCode()).isZero();
        assertThat(measured(outcome))
                .allSatisfy(operation -> assertThat(operation.get("count")).isEqualTo(3));
    }

    @Test
    void severalClientsShareTheOperationsOnHoldingsOfTheirOwn() {
        Outcome outcome = run("--warmup=0", "--count=7", "--clients=3", "--block=4");

        assertThat(told.stream().filter(line -> line.startsWith("issue"))).hasSize(6);
        assertThat(told).containsOnlyOnce("register 84");
        for (String operation : List.of("move", "free", "affirm", "against 1.00 GBP")) {
            assertThat(told.stream().filter(operation::equals)).hasSize(7);
        }
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer().document()).containsEntry("clients", 3).containsEntry("block", 4);
    }

    @Test
    void theBuyerPaysAndTheSellerTransfers() {
        run("--warmup=0", "--count=1", "--seller=dealer-b", "--buyer=dealer-a");

        assertThat(nodes.asked().subList(nodes.asked().size() - 4, nodes.asked().size()))
                .containsExactly("dealer-a", "dealer-b", "dealer-a", "dealer-b");
        assertThat(nodes.lastArguments().subList(2, 4))
                .containsExactly(nodes.party(new CordaX500Name("Dealer A", "London", "GB")), Payment.parse("1.00 GBP"));
    }

    @Test
    void aRunThatFailsIsCountedAndTheOthersGoOn() {
        nodes.answering(AffirmTradeFlow.class, given -> {
            throw new Failure(FailureCode.REFUSED, "Not today.", "Try tomorrow.");
        });

        Outcome outcome = run("--warmup=1", "--count=2");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(measured(outcome).get(2))
                .containsEntry("count", 0)
                .containsEntry("failures", 3)
                .containsEntry("firstFailure", "Not today.");
        assertThat(measured(outcome).get(1)).containsEntry("count", 2).containsEntry("failures", 0);
    }

    @Test
    void aNodeThatDoesNotAllowThePlainMoveEndsTheMeasurementWithARemedy() {
        nodes.answering(MoveFungibleTokens.class, given -> {
            throw new Failure(FailureCode.ACCESS_DENIED, "User not authorized.", "Use the file.");
        });

        Outcome outcome = run("--warmup=1", "--count=2");

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.ACCESS_DENIED);
        assertThat(outcome.failure().remedy()).contains("./countersign up --fresh");
    }

    @Test
    void aMeasurementOfNothingOrWithOneselfIsRefusedBeforeANodeIsAsked() {
        assertThat(run("--clients=0").failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(run("--count=0").failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(run("--buyer=dealer-a").failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(run("--issuer=nobody").failure().code()).isEqualTo(FailureCode.MEMBER_UNKNOWN);
        assertThat(nodes.asked()).isEmpty();
    }

    private void hold(String kind, String symbol, BigDecimal quantity) {
        holdings.add(new HoldingLine(kind, symbol, symbol, quantity, HOLDER, HOLDER));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> measured(Outcome outcome) {
        return (List<Map<String, Object>>) outcome.answer().document().get("measured");
    }

    private Outcome run(String... options) {
        List<String> words = new ArrayList<>(List.of("bench", "transfer"));
        words.addAll(List.of(options));
        return Commands.run(session, words);
    }
}
