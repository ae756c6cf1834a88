package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Networks;
import org.countersign.client.cli.rpc.VaultChange;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.segment.CatchUpMembershipsFlow;
import org.countersign.workflows.segment.DecideMembershipFlow;
import org.countersign.workflows.segment.EstablishSegmentFlow;
import org.countersign.workflows.segment.JournalDisclosure;
import org.countersign.workflows.segment.ListMembersFlow;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.countersign.workflows.segment.MembershipsFetched;
import org.countersign.workflows.segment.ObservedTransactionsFlow;
import org.countersign.workflows.segment.OrderFreezeFlow;
import org.countersign.workflows.segment.OwnMembershipsFlow;
import org.countersign.workflows.segment.RequestJournalFlow;
import org.countersign.workflows.segment.RequestMembershipFlow;
import org.countersign.workflows.segment.SegmentDecisionOutcome;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCommandsTest {
    private static final SecureHash ID = SecureHash.sha256("a transaction");
    private static final SecureHash DECISION = SecureHash.sha256("a decision");

    @TempDir
    private Path directory;

    private final FakeNodes nodes = new FakeNodes();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Session session;
    private SegmentState segment;

    @BeforeEach
    void describeTheNetwork() throws IOException {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        session = new Session(
                directory,
                Map.of(Session.NETWORK_VARIABLE, Networks.file(directory).toString()),
                nodes,
                Commands::run,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                stream);
        segment = SegmentState.established(
                new SegmentTerms(
                        new AdmissionPolicy(
                                List.of(new AdmissionCondition("LICENCE", "It is licensed.")), List.of("GB"), false),
                        List.of(nodes.party(name("Dealer B"))),
                        PermittedSecurities.ALL,
                        CrossSegmentRules.NONE,
                        true),
                new ValidationPolicy(
                        "uk",
                        List.of(new AspectRequirement(
                                Aspect.OWNERSHIP,
                                new UniqueIdentifier("c", new java.util.UUID(1, 2)),
                                EnumSet.allOf(Operation.class)))),
                List.of());
        nodes.answering(ListSegmentsFlow.class, given -> List.of(segment));
    }

    @AfterEach
    void everyConnectionIsClosed() {
        assertThat(nodes.open()).isZero();
    }

    private Outcome run(String... words) {
        return Commands.run(session, List.of(words));
    }

    private static JsonNode document(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(Json.write(outcome.answer().document()));
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }

    private SegmentMembershipState membership(MembershipStatus status) {
        return new SegmentMembershipState(
                new UniqueIdentifier(),
                segment.getLinearId(),
                nodes.party(name("Dealer A")),
                List.of(new MembershipEvidence("LICENCE", ID, "licence.pdf")),
                new MembershipStanding(status, "REVIEW", "As found."),
                List.of());
    }

    private static TransactionReceipt receipt() {
        return new TransactionReceipt(ID, "DEFINE", Collections.emptyMap(), name("Notary"));
    }

    @Test
    void segmentsAreListedAndShown() throws IOException {
        assertThat(run("segment", "list", "--as=dealer-a").answer().lines())
                .anyMatch(line -> line.contains("uk") && line.contains("1 conditions"));
        Outcome shown = run("segment", "show", "--as=dealer-a", "--", "uk");
        assertThat(shown.answer().lines())
                .anyMatch(line -> line.contains("LICENCE") && line.contains("It is licensed."))
                .anyMatch(line -> line.contains("observer") && line.contains("dealer-b"))
                .anyMatch(line -> line.contains("freeze on order") && line.contains("granted"));
        assertThat(document(shown).path("id").asText())
                .isEqualTo(segment.getLinearId().getExternalId());
        assertThat(run("segment", "show", "--as=dealer-a", "--", "fr").failure().remedy())
                .isEqualTo("Segments are: uk.");
    }

    @Test
    void aSegmentIsEstablishedWithAllItsTerms() {
        nodes.answering(
                EstablishSegmentFlow.class,
                given -> new SegmentDecisionOutcome(
                        DECISION, null, List.of(name("Authority One")), List.of(name("Authority Two"))));

        Outcome outcome = run(
                "segment",
                "establish",
                "--registrars=registrars",
                "--condition=LICENCE=It is licensed.",
                "--country=GB",
                "--observer=dealer-b",
                "--symbol=UK.*",
                "--currency=GBP",
                "--acquirers-from=uk",
                "--former-members-dispose",
                "--as=authority-1",
                "--",
                "fr");

        List<Object> given = nodes.lastArguments();
        assertThat(given).hasSize(4).startsWith("fr").endsWith("registrars", "registrars");
        SegmentTerms terms = (SegmentTerms) given.get(1);
        assertThat(terms.getAdmission())
                .isEqualTo(new AdmissionPolicy(
                        List.of(new AdmissionCondition("LICENCE", "It is licensed.")), List.of("GB"), true));
        assertThat(terms.getObservers()).containsExactly(nodes.party(name("Dealer B")));
        assertThat(terms.getPermittedSecurities()).isEqualTo(new PermittedSecurities(List.of("UK.*"), List.of("GBP")));
        assertThat(terms.getCrossSegment()).isEqualTo(new CrossSegmentRules(List.of(segment.getLinearId()), List.of()));
        assertThat(terms.getFreezeOnOrder()).isFalse();
        assertThat(outcome.answer().lines()).anyMatch(line -> line.contains("Open: Authority Two"));
        assertThat(run(
                                "segment",
                                "establish",
                                "--registrars=registrars",
                                "--condition=LICENCE",
                                "--as=authority-1",
                                "--",
                                "fr")
                        .failure()
                        .code())
                .isEqualTo(FailureCode.ARGUMENT_WRONG);
    }

    @Test
    void eachDecisionIsItsStep() throws IOException {
        nodes.answering(
                DecideMembershipFlow.class,
                given -> new SegmentDecisionOutcome(DECISION, receipt(), List.of(name("Authority One")), List.of()));
        for (MembershipStep step : MembershipStep.values()) {
            Outcome outcome = run(
                    "segment",
                    step.name().toLowerCase(java.util.Locale.ROOT),
                    "--reason-code=REVIEW",
                    "--reason=As found.",
                    "--as=authority-1",
                    "--",
                    "uk",
                    "dealer-a");
            assertThat(nodes.lastArguments())
                    .containsExactly("uk", nodes.party(name("Dealer A")), step, "REVIEW", "As found.");
            assertThat(document(outcome).path("carriedOut").asBoolean()).isTrue();
            assertThat(document(outcome).path("transaction").asText()).isEqualTo(ID.toString());
        }
    }

    @Test
    void evidenceIsTheDigestOfAFile() throws IOException {
        Path licence = directory.resolve("licence.pdf");
        Files.write(licence, new byte[] {1, 2, 3});
        nodes.answering(RequestMembershipFlow.class, given -> membership(MembershipStatus.ASKED));

        run("segment", "join", "--evidence=LICENCE=" + licence, "--reason=We deal.", "--as=dealer-a", "--", "uk")
                .answer();

        assertThat(nodes.lastArguments())
                .containsExactly(
                        "uk",
                        List.of(new MembershipEvidence(
                                "LICENCE", SecureHash.sha256(new byte[] {1, 2, 3}), "licence.pdf")),
                        "APPLICATION",
                        "We deal.");
        assertThat(run(
                                "segment",
                                "join",
                                "--evidence=LICENCE=" + directory.resolve("none"),
                                "--reason=x",
                                "--as=dealer-a",
                                "--",
                                "uk")
                        .failure()
                        .code())
                .isEqualTo(FailureCode.FILE_WRONG);
    }

    @Test
    void membershipsAreToldWithTheirReasons() throws IOException {
        nodes.answering(ListMembersFlow.class, given -> List.of(membership(MembershipStatus.SUSPENDED)));
        nodes.answering(OwnMembershipsFlow.class, given -> List.of(membership(MembershipStatus.GRANTED)));

        Outcome members = run("segment", "members", "--as=authority-1", "--", "uk");
        assertThat(members.answer().lines())
                .anyMatch(
                        line -> line.contains("dealer-a") && line.contains("SUSPENDED") && line.contains("As found."));
        assertThat(document(members)
                        .path("memberships")
                        .path(0)
                        .path("reasonCode")
                        .asText())
                .isEqualTo("REVIEW");
        assertThat(run("segment", "standing", "--as=dealer-a").answer().lines())
                .anyMatch(line -> line.contains("uk") && line.contains("GRANTED"));
    }

    @Test
    void whoCatchesUpIsToldWhomItDidNotWorkWith() throws IOException {
        nodes.answering(
                CatchUpMembershipsFlow.class,
                given -> new MembershipsFetched("uk", 7, List.of("Authority Two: It has not answered.")));
        Outcome outcome = run("segment", "catch-up", "--as=authority-1", "--", "uk");
        assertThat(document(outcome).path("received").asInt()).isEqualTo(7);
        assertThat(outcome.answer().lines()).anyMatch(line -> line.contains("Authority Two: It has not answered."));
    }

    @Test
    void aRegulatorIsToldEveryTransactionOnce() throws IOException {
        StateRef created = new StateRef(ID, 0);
        StateRef consumed = new StateRef(DECISION, 1);
        nodes.changing(new VaultChange(List.of(created), List.of()));
        nodes.changing(new VaultChange(List.of(), List.of(consumed)));
        nodes.changing(new VaultChange(List.of(), List.of()));
        List<List<Object>> asked = new ArrayList<>();
        nodes.answering(ObservedTransactionsFlow.class, given -> {
            asked.add(given);
            return asked.size() == 3 ? List.of(view(DECISION)) : List.of(view(ID));
        });

        Outcome outcome = run("segment", "watch", "--count=2", "--json", "--as=authority-1", "--", "uk");

        assertThat(asked)
                .containsExactly(
                        Arrays.asList("uk", List.of(created), List.of()),
                        Arrays.asList("uk", List.of(), List.of(consumed)),
                        Arrays.asList("uk", List.of(), List.of()));
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines[0]).path("transaction").asText())
                .isEqualTo(ID.toString());
        assertThat(document(outcome).path("transactions").asInt()).isEqualTo(2);
    }

    @Test
    void aWatchEndsAfterItsTime() throws IOException {
        Outcome outcome = run("segment", "watch", "--seconds=0", "--as=authority-1", "--", "uk");
        assertThat(document(outcome).path("transactions").asInt()).isZero();
    }

    private static TransactionView view(SecureHash id) {
        return new TransactionView(
                id, "MoveTokenCommand", List.of(), List.of(), List.of(), Instant.EPOCH, Instant.EPOCH, name("Notary"));
    }

    @Test
    void aJournalIsReadToItsEndAndWritten() throws IOException {
        Path order = Files.write(directory.resolve("order.pdf"), new byte[] {7});
        JournalEntry first = entry(1);
        JournalEntry second = entry(5);
        nodes.answering(
                RequestJournalFlow.class,
                given -> (long) given.get(4) == 0
                        ? new JournalDisclosure(List.of(first), entry(8), true, null)
                        : new JournalDisclosure(List.of(second), entry(9), false, null));
        Path file = directory.resolve("entries.jsonl");

        Outcome outcome = run(
                "segment",
                "journal",
                "--authority=authority-1",
                "--order=PO 17",
                "--document=" + order,
                "-o=" + file,
                "--as=dealer-b",
                "--",
                "uk");

        assertThat(Files.readAllLines(file)).containsExactly(first.getLine(), second.getLine());
        assertThat(nodes.lastArguments().subList(2, 5)).containsExactly("PO 17", SecureHash.sha256(new byte[] {7}), 1L);
        assertThat(document(outcome).path("requestDigest").asText())
                .isEqualTo(entry(9).digest().toString());
    }

    private static JournalEntry entry(int sequence) {
        return new JournalEntry("{\"sequence\":" + sequence + ",\"previous\":\"" + JournalEntry.BEGINNING
                + "\",\"at\":\"1970-01-01T00:00:00Z\",\"asker\":\"O=A\"}");
    }

    @Test
    void anOrderNamesItsDocumentByItsDigest() throws IOException {
        Path order = Files.write(directory.resolve("order.pdf"), new byte[] {7});
        nodes.answering(OrderFreezeFlow.class, given -> receipt());

        run("segment", "freeze", "--order=FO 4", "--document=" + order, "--as=dealer-b", "--", "ACME")
                .answer();
        assertThat(nodes.lastArguments())
                .containsExactly("ACME", SecurityStatus.FROZEN, "FO 4", SecureHash.sha256(new byte[] {7}));
        run("segment", "release", "--order=FO 5", "--document=" + order, "--as=dealer-b", "--", "ACME")
                .answer();
        assertThat(nodes.lastArguments())
                .containsExactly("ACME", SecurityStatus.ACTIVE, "FO 5", SecureHash.sha256(new byte[] {7}));
    }
}
