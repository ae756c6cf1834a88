package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Networks;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.LockUpFromIssueRule;
import org.countersign.contracts.compliance.OperationRule;
import org.countersign.contracts.compliance.When;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.ChangeStatusFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.ListSecuritiesFlow;
import org.countersign.workflows.definition.MeasureGrant;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.governance.AffirmReformFlow;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.governance.ReformCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.holding.TransactionView.SignatureLine;
import org.countersign.workflows.holding.TransactionView.StateLine;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.Exhibit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final CordaX500Name NOTARY = name("Notary Cluster");
    private static final SecureHash ID = SecureHash.sha256("a transaction");

    @TempDir
    private Path directory;

    private final FakeNodes nodes = new FakeNodes();
    private final ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    private Session session;

    @BeforeEach
    void describeTheNetwork() throws IOException {
        PrintStream stream = new PrintStream(streamed, true, StandardCharsets.UTF_8);
        session = new Session(
                directory,
                Map.of(Session.NETWORK_VARIABLE, Networks.file(directory).toString()),
                nodes,
                Commands::run,
                stream,
                stream);
    }

    @AfterEach
    void everyConnectionIsClosedAndNothingIsPrintedAside() {
        assertThat(nodes.open()).isZero();
        assertThat(streamed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void anIssueAsksTheIssuersNodeAndAnswersWithTheReceipt() throws IOException {
        nodes.answering(IssueSecurityFlow.Initiator.class, given -> receipt("ISSUE"));

        JsonNode document = answered("issue", "--as=issuer-bank", "--to=dealer-a", "--", "ACME", "1000");

        assertThat(nodes.asked()).containsExactly("issuer-bank");
        assertThat(nodes.lastArguments())
                .containsExactly("ACME", new BigDecimal("1000"), nodes.party(name("Dealer A")));
        assertThat(document.path("transaction").asText()).isEqualTo(ID.toString());
        assertThat(document.path("operation").asText()).isEqualTo("ISSUE");
        assertThat(document.path("quantity").asText()).isEqualTo("1000");
        assertThat(document.path("holder").asText()).isEqualTo("O=Dealer A, L=London, C=GB");
        assertThat(document.path("attestedBy").path("OWNERSHIP")).hasSize(2);
        assertThat(document.path("notary").asText()).isEqualTo(NOTARY.toString());
    }

    @Test
    void aTransferAgainstCashCarriesTheExactAmount() throws IOException {
        nodes.answering(TransferFlow.Initiator.class, given -> receipt("TRANSFER"));

        JsonNode document =
                answered("transfer", "--as=dealer-a", "--to=dealer-b", "--against=1000.00 GBP", "--", "ACME", "100");

        assertThat(nodes.lastArguments())
                .containsExactly(
                        "ACME", new BigDecimal("100"), nodes.party(name("Dealer B")), Payment.parse("1000.00 GBP"));
        assertThat(document.path("against").asText()).isEqualTo("1000.00 GBP");
    }

    @Test
    void aTransferFreeOfPaymentHasNoAmount() throws IOException {
        nodes.answering(TransferFlow.Initiator.class, given -> receipt("TRANSFER"));

        JsonNode document = answered("transfer", "--as=dealer-a", "--to=dealer-b", "--", "ACME", "100");

        assertThat(nodes.lastArguments()).containsExactly("ACME", new BigDecimal("100"), nodes.party(name("Dealer B")));
        assertThat(document.path("against").isNull()).isTrue();
        assertThat(document.has("against")).isTrue();
    }

    @Test
    void evidenceIsReadAndHandedToTheNode() throws IOException {
        nodes.answering(TransferFlow.Initiator.class, given -> receipt("TRANSFER"));
        Path statement = Files.write(directory.resolve("statement.txt"), new byte[] {1, 2, 3});

        answered(
                "transfer",
                "--as=dealer-a",
                "--to=dealer-b",
                "--evidence=CAPITAL:text/plain:" + statement,
                "--",
                "ACME",
                "100");

        assertThat(nodes.lastArguments()).hasSize(4);
        assertThat((List<?>) nodes.lastArguments().get(3)).singleElement().satisfies(shown -> {
            Exhibit exhibit = (Exhibit) shown;
            assertThat(exhibit.getAspect()).isEqualTo(Aspect.CAPITAL);
            assertThat(exhibit.getEvidence().getKind()).isEqualTo("text/plain");
            assertThat(exhibit.getEvidence().getContent().getBytes()).containsExactly(1, 2, 3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.txt", "CAPITAL:own.txt", "OWNERSHIP:text/plain:x", "CAPITAL:text/plain:none"})
    void evidenceThatIsNoneAsksNobody(String evidence) {
        Outcome outcome = run("redeem", "--as=dealer-a", "--evidence=" + evidence, "--", "ACME", "100");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(nodes.asked()).isEmpty();
    }

    @Test
    void anAffirmationAnswersWithTheTrade() throws IOException {
        UUID trade = UUID.fromString("00000000-0000-0000-0000-000000000007");
        nodes.answering(AffirmTradeFlow.class, given -> trade);

        JsonNode document =
                answered("affirm", "--as=dealer-b", "--from=dealer-a", "--against=10 GBP", "--", "ACME", "1");

        assertThat(document.path("trade").asText()).isEqualTo(trade.toString());
        assertThat(document.path("against").asText()).isEqualTo("10.00 GBP");
        assertThat(document.path("seller").asText()).isEqualTo("O=Dealer A, L=London, C=GB");
    }

    @Test
    void aRedemptionNamesItsHolder() throws IOException {
        nodes.answering(RedeemFlow.Initiator.class, given -> receipt("REDEEM"));

        JsonNode document = answered("redeem", "--as=dealer-b", "--", "ACME", "2.5");

        assertThat(nodes.lastArguments()).containsExactly("ACME", new BigDecimal("2.5"), "");
        assertThat(document.path("holder").asText()).isEqualTo("O=Dealer B, L=London, C=GB");

        answered("redeem", "--as=dealer-b", "--from-account=Bert", "--", "ACME", "2.5");
        assertThat(nodes.lastArguments().get(2)).isEqualTo("Bert");

        Path opinion = Files.write(directory.resolve("opinion.txt"), new byte[] {1});
        answered("redeem", "--as=dealer-b", "--evidence=RISK:text/plain:" + opinion, "--", "ACME", "2.5");
        assertThat(nodes.lastArguments()).hasSize(4);
        assertThat(nodes.lastArguments().get(2)).isEqualTo("");
        assertThat((List<?>) nodes.lastArguments().get(3)).hasSize(1);
    }

    @Test
    void cashIsIssuedInItsCurrency() throws IOException {
        nodes.answering(IssueCashFlow.class, given -> receipt("CASH"));

        JsonNode document = answered("cash", "issue", "--as=issuer-bank", "--to=dealer-b", "--", "5000 GBP");

        assertThat(nodes.lastArguments().get(0)).isEqualTo(Payment.parse("5000.00 GBP"));
        assertThat(document.path("amount").asText()).isEqualTo("5000.00 GBP");
    }

    @Test
    void holdingsAreListedWithTheirKindAndIssuer() throws IOException {
        nodes.answering(
                HoldingsFlow.class,
                given -> List.of(new HoldingLine(
                        "SECURITY", "ACME", "ACME plc", new BigDecimal("900"), name("Dealer A"), name("Issuer Bank"))));

        JsonNode document = answered("holdings", "--observed", "--as=regulator");

        assertThat(nodes.lastArguments()).containsExactly(true);
        assertThat(document.path("observed").asBoolean()).isTrue();
        JsonNode holding = document.path("holdings").path(0);
        assertThat(holding.path("kind").asText()).isEqualTo("SECURITY");
        assertThat(holding.path("quantity").asText()).isEqualTo("900");
        assertThat(holding.path("holder").asText()).isEqualTo("O=Dealer A, L=London, C=GB");
        assertThat(holding.path("issuer").asText()).isEqualTo("O=Issuer Bank, L=London, C=GB");
    }

    @Test
    void holdingNothingIsAnAnswerAndNoFailure() {
        nodes.answering(HoldingsFlow.class, given -> List.of());

        Outcome outcome = run("holdings", "--as=custodian-1");

        assertThat(outcome.answer().lines()).containsExactly("custodian-1 holds nothing.");
    }

    @Test
    void aTransactionIsShownWithItsStatesAndSignatures() throws IOException {
        nodes.answering(
                ShowTransactionFlow.class,
                given -> new TransactionView(
                        ID,
                        "TRANSFER",
                        List.of(new StateLine(0, "1000 ACME", name("Dealer A"))),
                        List.of(new StateLine(0, "100 ACME", name("Dealer B")), new StateLine(1, "a note", null)),
                        List.of(
                                new SignatureLine("IDENTITY committee", name("Authority One"), "abc"),
                                new SignatureLine("notary", null, "def")),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Instant.parse("2026-01-02T03:06:05Z"),
                        NOTARY));

        JsonNode document = answered("tx", "show", "--as=regulator", "--", ID.toString());

        assertThat(nodes.lastArguments()).containsExactly(ID);
        assertThat(document.path("windowUntil").asText()).isEqualTo("2026-01-02T03:06:05Z");
        assertThat(document.path("outputs").path(0).path("holder").asText()).isEqualTo("O=Dealer B, L=London, C=GB");
        assertThat(document.path("outputs").path(1).path("holder").isNull()).isTrue();
        assertThat(document.path("signatures").path(0).path("role").asText()).isEqualTo("IDENTITY committee");
        assertThat(run("tx", "show", "--as=regulator", "--", ID.toString())
                        .answer()
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("100 ACME, held by dealer-b"))
                .anySatisfy(line -> assertThat(line).contains("authority-1, IDENTITY committee"))
                .anySatisfy(line -> assertThat(line).contains("key def, notary"));
    }

    @Test
    void aRegistrationCarriesTheTermsAsTheyWereTyped() throws IOException {
        nodes.answering(RegisterSecurityFlow.Initiator.class, given -> receipt("DEFINE"));

        answered(
                "security",
                "register",
                "--as=issuer-bank",
                "--name=ACME plc",
                "--currency=GBP",
                "--denomination=0.05",
                "--authorised=1000000",
                "--decimals=2",
                "--isin=US0378331005",
                "--committees=identity,compliance",
                "--committees=registrars",
                "--segment=uk",
                "--grant=FREEZE:compliance,FORCE_TRANSFER",
                "--",
                "ACME");

        assertThat(nodes.lastArguments())
                .containsExactly(
                        new SecurityTerms(
                                "ACME",
                                new Isin("US0378331005"),
                                "ACME plc",
                                "GBP",
                                new BigDecimal("0.05"),
                                new BigDecimal("1000000"),
                                2),
                        List.of("identity", "compliance", "registrars"),
                        "uk",
                        List.of(
                                new MeasureGrant(Operation.FREEZE, "compliance"),
                                new MeasureGrant(Operation.FORCE_TRANSFER, null)),
                        CompliancePolicy.none());
    }

    @Test
    void aRegistrationTakesThePolicyOfASource(@TempDir Path directory) throws IOException {
        nodes.answering(RegisterSecurityFlow.Initiator.class, given -> receipt("DEFINE"));
        Path source = Files.writeString(directory.resolve("a.security"), """
                security A "A plc ordinary shares"
                  issuer       "O=A plc, L=London, C=GB"
                  currency     GBP
                  denomination 1 GBP
                  supply       1,000 units

                share

                compliance
                  on transfer
                    require lock-up-from-issue 40 days

                validation
                  attest ownership by "registrars"
                """);
        String words = "security register --as=issuer-bank --name=A --currency=GBP --authorised=1 --policy=" + source;

        JsonNode registered = answered(joined(words, "--", "A"));

        assertThat(registered.path("compliance").asText()).contains("lock-up-from-issue (period: 40 days)");
        assertThat(nodes.lastArguments().get(4))
                .isEqualTo(new CompliancePolicy(
                        new When(new OperationRule(List.of("TRANSFER")), new LockUpFromIssueRule(Period.ofDays(40)))));
        nodes.asked().clear();
        Outcome another = run(joined(words, "--", "B"));
        assertThat(another.failure().code()).isEqualTo(FailureCode.FILE_WRONG);
        assertThat(another.failure().getMessage()).contains("describes A and not B");
        Files.writeString(source, "security A\n");
        assertThat(run(joined(words, "--", "A")).failure().code()).isEqualTo(FailureCode.FILE_WRONG);
        assertThat(nodes.asked()).isEmpty();
    }

    @Test
    void aSourceIsProposedAsItStandsInItsFile(@TempDir Path directory) throws IOException {
        nodes.answering(RegisterSourceFlow.Initiator.class, given -> receipt("DEFINE"));
        String source = """
                security ACME "ACME plc"
                  issuer "O=Issuer Bank, L=London, C=GB"
                  currency GBP
                  denomination 1 GBP
                  supply 100 units
                share
                validation
                  attest ownership by "registrars"
                """;
        Path file = Files.writeString(directory.resolve("acme.security"), source);

        JsonNode document = answered("security", "propose", "--as=issuer-bank", "--", file.toString());

        assertThat(nodes.lastArguments()).containsExactly(source);
        assertThat(document.path("security").asText()).isEqualTo("ACME");
        assertThat(document.path("operation").asText()).isEqualTo("DEFINE");
    }

    @Test
    void aRegistrationNeedsLittle() throws IOException {
        nodes.answering(RegisterSecurityFlow.Initiator.class, given -> receipt("DEFINE"));

        answered("security", "register", "--as=issuer-bank", "--name=A", "--currency=GBP", "--authorised=1", "--", "A");

        SecurityTerms terms = (SecurityTerms) nodes.lastArguments().get(0);
        assertThat(terms.getIsin()).isNull();
        assertThat(terms.getDenomination()).isEqualTo(BigDecimal.ONE);
        assertThat(terms.getFractionDigits()).isZero();
        assertThat((List<?>) nodes.lastArguments().get(1)).isEmpty();
        assertThat(nodes.lastArguments().get(2)).isEqualTo(Segment.WHOLE_NETWORK);
    }

    @Test
    void aReformIsAffirmedAndProposedInTheSameWordsAndKeepsWhatIsNotNamed() throws IOException {
        nodes.answering(ListCommitteesFlow.class, given -> List.of(committee()));
        nodes.answering(AffirmReformFlow.class, given -> ID);
        nodes.answering(
                ReformCommitteeFlow.Initiator.class,
                given -> committee().reformed(committee().getTerms()));
        String[] words = {"--member=authority-1:2", "--member=custodian-1", "--threshold=2", "--", "identity"};

        JsonNode affirmed = answered(joined("committee affirm --as=authority-1", words));
        List<Object> first = nodes.lastArguments();
        JsonNode reformed = answered(joined("committee reform --as=authority-1", words));

        assertThat(affirmed.path("endsEpoch").asInt()).isEqualTo(1);
        assertThat(affirmed.path("reform").asText()).isEqualTo(ID.toString());
        assertThat(reformed.path("epoch").asInt()).isEqualTo(2);
        assertThat(nodes.lastArguments()).usingRecursiveComparison().isEqualTo(first);
        assertThat(first.get(0)).isEqualTo("identity");
        List<?> seats = (List<?>) first.get(1);
        assertThat(((SeatProposal) seats.get(0)).getWeight()).isEqualTo(2);
        assertThat(((SeatProposal) seats.get(1)).getParty()).isEqualTo(nodes.party(name("Custodian One")));
        assertThat(first.subList(2, 6))
                .containsExactly(2, Duration.ofMinutes(5), List.of(nodes.party(name("Regulator"))), false);
    }

    @Test
    void committeesAreListedAndShownInTheirEpoch() throws IOException {
        nodes.answering(ListCommitteesFlow.class, given -> List.of(committee()));

        assertThat(answered("committee", "list", "--as=dealer-a").path("committees"))
                .hasSize(1);
        JsonNode shown = answered("committee", "show", "--as=dealer-a", "--", "identity");
        assertThat(shown.path("epoch").asInt()).isEqualTo(1);
        assertThat(shown.path("members")).hasSize(2);
        assertThat(run("committee", "show", "--as=dealer-a", "--", "nobody")
                        .failure()
                        .getMessage())
                .contains("knows no committee 'nobody'");
        assertThat(run(joined(
                                "committee affirm --as=authority-1",
                                "--member=authority-1:x",
                                "--threshold=1",
                                "--",
                                "identity"))
                        .failure()
                        .code())
                .isEqualTo(FailureCode.ARGUMENT_WRONG);
    }

    private static String[] joined(String start, String... words) {
        List<String> all = new ArrayList<>(List.of(start.split(" ")));
        all.addAll(List.of(words));
        return all.toArray(new String[0]);
    }

    private CommitteeState committee() {
        Party one = nodes.party(name("Authority One"));
        Party two = nodes.party(name("Custodian One"));
        return CommitteeState.founded(
                "identity",
                Aspect.IDENTITY,
                new CommitteeTerms(
                        Segment.WHOLE_NETWORK,
                        List.of(
                                new CommitteeMember(
                                        one, nodes.party(name("Seat of One")).getOwningKey(), 1),
                                new CommitteeMember(
                                        two, nodes.party(name("Seat of Two")).getOwningKey(), 1)),
                        2,
                        Duration.ofMinutes(5),
                        List.of(nodes.party(name("Regulator")))));
    }

    @Test
    void aWrongIsinIsRefusedBeforeTheNodeIsAsked() {
        Outcome outcome = run(
                "security",
                "register",
                "--as=issuer-bank",
                "--name=A",
                "--currency=GBP",
                "--authorised=1",
                "--isin=US0378331006",
                "--",
                "A");

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        assertThat(outcome.failure().getMessage()).contains("check digit");
        assertThat(nodes.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"freeze,FROZEN", "unfreeze,ACTIVE"})
    void aSecurityIsFrozenAndUnfrozenOnAnOrder(String command, SecurityStatus target) throws IOException {
        nodes.answering(ChangeStatusFlow.Initiator.class, given -> receipt("DEFINE"));

        JsonNode document = answered(
                "security",
                command,
                "--as=authority-1",
                "--reason=COURT_ORDER",
                "--ordered-by=High Court",
                "--reference=12/2026",
                "--document=" + SecureHash.sha256("order"),
                "--",
                "ACME");

        assertThat(nodes.lastArguments())
                .containsExactly(
                        "ACME",
                        target,
                        new ControlOrder(
                                ControlReason.COURT_ORDER, "High Court", "12/2026", SecureHash.sha256("order")));
        assertThat(document.path("status").asText()).isEqualTo(target.name());
        assertThat(document.path("reason").asText()).isEqualTo("COURT_ORDER");
        assertThat(document.path("documentHash").asText())
                .isEqualTo(SecureHash.sha256("order").toString());
    }

    @Test
    void aSecurityIsShownWithTermsPolicyAndStatus() throws IOException {
        nodes.answering(FindSecurityFlow.class, given -> definition());

        JsonNode document = answered("security", "show", "--as=dealer-a", "--", "ACME");

        assertThat(document.path("symbol").asText()).isEqualTo("ACME");
        assertThat(document.path("isin").isNull()).isTrue();
        assertThat(document.path("denomination").asText()).isEqualTo("0.05");
        assertThat(document.path("authorisedQuantity").asText()).isEqualTo("1000000");
        assertThat(document.path("status").asText()).isEqualTo("FROZEN");
        assertThat(document.path("statusReason").asText()).isEqualTo("Order 12/2026");
        assertThat(document.path("validation").path(0).path("aspect").asText()).isEqualTo("OWNERSHIP");
        assertThat(document.path("compliance").asText()).isEmpty();
        assertThat(run("security", "show", "--as=dealer-a", "--", "ACME")
                        .answer()
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("FROZEN: Order 12/2026"));
    }

    @Test
    void securitiesAreListed() throws IOException {
        nodes.answering(ListSecuritiesFlow.class, given -> List.of(definition()));

        assertThat(answered("security", "list", "--as=dealer-a").path("securities"))
                .hasSize(1);
    }

    @Test
    void membersAreListedWithoutAskingANode() throws IOException {
        JsonNode document = answered("network", "members");

        assertThat(document.path("members").findValuesAsText("id")).contains("dealer-a", "regulator");
        assertThat(Json.write(run("network", "members").answer().document())).doesNotContain("assword");
        assertThat(nodes.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfer --as=dealer-x --to=dealer-b -- ACME 1|MEMBER_UNKNOWN",
                "transfer --as=dealer-a --to=dealer-x -- ACME 1|MEMBER_UNKNOWN",
                "transfer --as=dealer-a --to=dealer-b -- ACME 1,000|AMOUNT_WRONG",
                "transfer --as=dealer-a --to=dealer-b -- ACME -1|AMOUNT_WRONG",
                "transfer --as=dealer-a --to=dealer-b --against=5 -- ACME 1|AMOUNT_WRONG",
                "tx show --as=dealer-a -- ABC|ARGUMENT_WRONG",
                "holdings --as=dealer-a --network=none.json|NETWORK_UNKNOWN",
                "holdings|WRONG_USAGE",
                "holdings --as=dealer-a --nonsense|WRONG_USAGE",
                "security|WRONG_USAGE",
                "nonsense|WRONG_USAGE",
            })
    void whatIsWrongOnTheCommandLineIsRefusedBeforeTheNodeIsAsked(String line, FailureCode code) {
        Outcome outcome = run(line.split(" "));

        assertThat(outcome.failure().code()).isEqualTo(code);
        assertThat(outcome.exitCode()).isEqualTo(code == FailureCode.WRONG_USAGE ? 2 : 1);
        assertThat(outcome.failure().remedy()).isNotEmpty();
        assertThat(nodes.asked()).isEmpty();
    }

    @Test
    void aRefusalOfTheNodeIsTheOutcome() {
        nodes.answering(RedeemFlow.Initiator.class, given -> {
            throw new Failure(FailureCode.REFUSED, "You hold 1, and 2 are needed.", "Redeem less.");
        });

        Outcome outcome = run("redeem", "--as=dealer-a", "--", "ACME", "2");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.failure().getMessage()).isEqualTo("You hold 1, and 2 are needed.");
    }

    @Test
    void aFaultOfTheProgramIsAFailureAndNoStackTrace() {
        nodes.answering(RedeemFlow.Initiator.class, given -> {
            throw new IllegalStateException("broken");
        });

        Outcome outcome = run("redeem", "--as=dealer-a", "--", "ACME", "2");

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(outcome.failure().remedy()).contains("--verbose");
    }

    private JsonNode answered(String... words) throws IOException {
        return new ObjectMapper().readTree(Json.write(run(words).answer().document()));
    }

    private Outcome run(String... words) {
        return Commands.run(session, List.of(words));
    }

    private SecurityDefinitionState definition() {
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                List.of(new AspectRequirement(
                        Aspect.OWNERSHIP,
                        new UniqueIdentifier("registrars", new UUID(1, 2)),
                        EnumSet.allOf(Operation.class))));
        SecurityTerms terms = new SecurityTerms(
                "ACME", null, "ACME plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000000"), 0);
        return SecurityDefinitionState.registered(nodes.party(name("Issuer Bank")), terms, policy)
                .withStatus(SecurityStatus.FROZEN, "Order 12/2026");
    }

    private static TransactionReceipt receipt(String operation) {
        return new TransactionReceipt(
                ID, operation, Map.of(Aspect.OWNERSHIP, List.of(name("Authority One"), name("Authority Two"))), NOTARY);
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }
}
