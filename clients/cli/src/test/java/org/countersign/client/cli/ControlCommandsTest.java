package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.FreezeLine;
import org.countersign.workflows.control.ListFreezesFlow;
import org.countersign.workflows.control.ListMeasuresFlow;
import org.countersign.workflows.control.MeasureLine;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.control.WithdrawMeasureFlow;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.PauseSecurityFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlCommandsTest extends CommandsWithFakeNodes {
    private static final SecureHash ID = SecureHash.sha256("a transaction");
    private static final String HASH = SecureHash.sha256("the order").toString();
    private static final ControlOrder ORDER =
            new ControlOrder(ControlReason.COURT_ORDER, "High Court", "[2026] HC 17", SecureHash.sha256("the order"));

    @BeforeEach
    void answers() throws IOException {
        nodes.answering(FindSecurityFlow.class, given -> definition());
        nodes.answering(TakeMeasureFlow.Initiator.class, given -> receipt());
        nodes.answering(AffirmMeasureFlow.class, given -> ((ControlCommand) given.get(0)).digest());
    }

    /** The words of a command with an order. */
    private static String[] ordered(String start, String document, String... words) {
        List<String> all = new ArrayList<>(List.of(start.split(" ")));
        all.addAll(List.of(
                "--reason=COURT_ORDER",
                "--ordered-by=High Court",
                "--reference=[2026] HC 17",
                "--document=" + document));
        all.addAll(List.of(words));
        return all.toArray(new String[0]);
    }

    @Test
    void whatIsAffirmedIsWhatIsCarriedOut() throws IOException {
        String start = "control force-transfer --as=authority-1 --from=dealer-a --to=dealer-b";

        JsonNode affirmed = answered(ordered(start, HASH, "--affirm", "--", "ACME", "50.25"));
        Object first = nodes.lastArguments().get(0);
        JsonNode taken = answered(ordered(start, HASH, "--", "ACME", "50.25"));

        ControlCommand expected = new ControlCommand.ForceTransfer(
                definition().getLinearId(), key("Dealer A"), key("Dealer B"), 5025, ORDER);
        assertThat(first).isEqualTo(expected);
        assertThat(nodes.lastArguments()).containsExactly(expected);
        assertThat(affirmed.path("measure").asText())
                .isEqualTo(expected.digest().toString());
        assertThat(taken.path("measure").asText()).isEqualTo(expected.digest().toString());
        assertThat(taken.path("transaction").asText()).isEqualTo(ID.toString());
        assertThat(taken.path("reason").asText()).isEqualTo("COURT_ORDER");
    }

    @Test
    void aFreezeIsOfAPartOrOfEverything() throws IOException {
        answered(ordered("control freeze-holder --as=authority-1 --holder=dealer-a --quantity=60", HASH, "--", "ACME"));
        assertThat(nodes.lastArguments())
                .containsExactly(new ControlCommand.Freeze(definition().getLinearId(), key("Dealer A"), 6000, ORDER));
        answered(ordered("control freeze-holder --as=authority-1 --holder=dealer-a", HASH, "--", "ACME"));
        assertThat(nodes.lastArguments())
                .containsExactly(new ControlCommand.Freeze(definition().getLinearId(), key("Dealer A"), 0, ORDER));
    }

    @Test
    void theDocumentIsHashedAndNotSent() throws IOException {
        Path document = directory.resolve("order.pdf");
        Files.writeString(document, "the order");
        answered(ordered(
                "control force-redeem --as=authority-1 --from=dealer-a", document.toString(), "--", "ACME", "1"));
        assertThat(nodes.lastArguments())
                .containsExactly(
                        new ControlCommand.ForceRedeem(definition().getLinearId(), key("Dealer A"), 100, ORDER));
    }

    @Test
    void clientsKeysAreWrittenInHexadecimal() throws IOException {
        answered(ordered(
                "control recover --as=custodian-1 --lost-key=" + written("Dealer A") + " --new-key="
                        + written("Dealer B"),
                HASH,
                "--",
                "ACME"));
        assertThat(nodes.lastArguments())
                .containsExactly(new ControlCommand.Recover(
                        definition().getLinearId(), key("Dealer A"), key("Dealer B"), ORDER));
    }

    @Test
    void aReleaseNamesAFreezeThatStands() throws IOException {
        UniqueIdentifier freeze = new UniqueIdentifier("freeze", new UUID(3, 4));
        nodes.answering(ListFreezesFlow.class, given -> List.of(line(freeze)));

        JsonNode list = answered("control", "list", "--as=authority-1");
        assertThat(list.path("freezes").path(0).path("freeze").asText())
                .isEqualTo(freeze.getId().toString());
        assertThat(list.path("freezes").path(0).path("quantity").asText()).isEqualTo("60.00");
        assertThat(list.path("freezes").path(0).path("holderKey").asText()).isEqualTo(written("Dealer A"));

        answered(ordered("control release-holder --as=authority-1 --freeze=" + freeze.getId(), HASH, "--", "ACME"));
        assertThat(nodes.lastArguments())
                .containsExactly(
                        new ControlCommand.Release(definition().getLinearId(), key("Dealer A"), freeze, ORDER));

        Outcome none = run(ordered("control release-holder --as=authority-1 --freeze=none", HASH, "--", "ACME"));
        assertThat(none.failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
    }

    @Test
    void affirmationsAreListedAndTakenBack() throws IOException {
        SecureHash digest = SecureHash.sha256("a measure");
        nodes.answering(
                ListMeasuresFlow.class,
                given -> List.of(
                        new MeasureLine(digest, "FREEZE of ACME", Instant.EPOCH, null, null),
                        new MeasureLine(ID, "RELEASE of ACME", Instant.EPOCH, ID, Instant.EPOCH)));
        nodes.answering(WithdrawMeasureFlow.class, given -> null);

        JsonNode listed = answered("control", "affirmed", "--as=authority-1");
        assertThat(listed.path("measures").path(0).path("transaction").isNull()).isTrue();
        assertThat(listed.path("measures").path(1).path("transaction").asText()).isEqualTo(ID.toString());

        answered("control", "withdraw", "--as=authority-1", "--", digest.toString());
        assertThat(nodes.lastArguments()).containsExactly(digest);
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnyNodeIsAsked() {
        for (String[] words : List.of(
                ordered("control force-redeem --as=authority-1 --from=key:zz", HASH, "--", "ACME", "1"),
                ordered("control force-redeem --as=authority-1 --from=key:00", HASH, "--", "ACME", "1"),
                ordered("control force-redeem --as=authority-1 --from=nobody", HASH, "--", "ACME", "1"),
                ordered("control force-redeem --as=authority-1 --from=dealer-a", "no-such-file", "--", "ACME", "1"),
                ordered("control force-redeem --as=authority-1 --from=dealer-a", HASH, "--", "ACME", "-1"))) {
            assertThat(run(words).exitCode()).isEqualTo(1);
        }
        Outcome reason = run(
                "control",
                "freeze-holder",
                "--as=authority-1",
                "--holder=dealer-a",
                "--reason=BECAUSE",
                "--ordered-by=me",
                "--reference=1",
                "--document=" + HASH,
                "--",
                "ACME");
        assertThat(reason.failure().remedy()).contains("COURT_ORDER").contains("LOST_KEY");
        assertThat(nodes.asked()).isEmpty();
    }

    @Test
    void aPauseIsUntilAMomentInUtc() throws IOException {
        nodes.answering(PauseSecurityFlow.Initiator.class, given -> receipt());
        JsonNode document = answered(
                "security",
                "pause",
                "--as=issuer-bank",
                "--until=2026-12-01T08:00:00Z",
                "--reason=CORPORATE_EVENT",
                "--ordered-by=Board",
                "--reference=Meeting",
                "--document=" + HASH,
                "--",
                "ACME");
        assertThat(nodes.lastArguments())
                .containsExactly(
                        "ACME",
                        Instant.parse("2026-12-01T08:00:00Z"),
                        new ControlOrder(ControlReason.CORPORATE_EVENT, "Board", "Meeting", SecureHash.create(HASH)));
        assertThat(document.path("pausedUntil").asText()).isEqualTo("2026-12-01T08:00:00Z");
        Outcome tomorrow = run(ordered("security pause --as=issuer-bank --until=tomorrow", HASH, "--", "ACME"));
        assertThat(tomorrow.failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
    }

    @Test
    void aQuantityWithTooManyDecimalsIsRefused() {
        Outcome outcome =
                run(ordered("control force-redeem --as=authority-1 --from=dealer-a", HASH, "--", "ACME", "0.001"));
        assertThat(outcome.failure().code()).isEqualTo(FailureCode.AMOUNT_WRONG);
    }

    private FreezeLine line(UniqueIdentifier freeze) {
        return new FreezeLine(freeze, "ACME", key("Dealer A"), name("Dealer A"), new BigDecimal("60.00"), ORDER);
    }

    private PublicKey key(String member) {
        return nodes.party(name(member)).getOwningKey();
    }

    private String written(String member) {
        return "key:" + HexFormat.of().formatHex(key(member).getEncoded());
    }

    private SecurityDefinitionState definition() {
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                List.of(new AspectRequirement(
                        Aspect.OWNERSHIP,
                        new UniqueIdentifier("registrars", new UUID(1, 2)),
                        EnumSet.allOf(Operation.class))));
        return SecurityDefinitionState.registered(
                nodes.party(name("Issuer Bank")),
                new SecurityTerms(
                        "ACME", null, "ACME plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000000"), 2),
                policy);
    }

    private static TransactionReceipt receipt() {
        return new TransactionReceipt(
                ID, "FREEZE", Map.of(Aspect.OWNERSHIP, List.of(name("Authority One"))), name("Notary Cluster"));
    }

    private JsonNode answered(String... words) throws IOException {
        return new ObjectMapper().readTree(Json.write(run(words).answer().document()));
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }
}
