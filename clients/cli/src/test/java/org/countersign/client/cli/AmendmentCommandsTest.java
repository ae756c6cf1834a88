package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.AffirmAmendmentFlow;
import org.countersign.workflows.definition.AmendSecurityFlow;
import org.countersign.workflows.definition.AmendmentView;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.ViewAmendmentFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmendmentCommandsTest extends CommandsWithFakeNodes {
    private static final SecureHash ID = SecureHash.sha256("amendment");
    private static final Instant DUE = Instant.parse("2027-03-31T10:02:00Z");
    private static final String SOURCE = """
            security ACME "ACME plc deferred shares"
              issuer       "O=Issuer Bank, L=London, C=GB"
              currency     GBP
              denomination 0.05 GBP
              supply       1,000,000 units

            share

            validation
              attest ownership by "registrars"

            control
              amend by ownership notice 30 days
            """;

    private String file;

    @BeforeEach
    void answers() throws IOException {
        file = Files.writeString(directory.resolve("acme.security"), SOURCE).toString();
        nodes.answering(ViewAmendmentFlow.class, given -> view());
        nodes.answering(AffirmAmendmentFlow.class, given -> view());
        nodes.answering(AmendSecurityFlow.Announce.class, given -> receipt());
        nodes.answering(AmendSecurityFlow.Complete.class, given -> receipt());
        nodes.answering(AmendSecurityFlow.Withdraw.class, given -> receipt());
        nodes.answering(FindSecurityFlow.class, given -> definition());
    }

    @Test
    void aPreviewSaysWhatWouldChangeAndDoesNothing() throws IOException {
        Outcome outcome = run("security", "amend", "--preview", "--as=issuer-bank", "--", file);
        assertThat(nodes.asked()).containsExactly("issuer-bank");
        assertThat(nodes.lastArguments()).containsExactly("ACME", SOURCE);
        assertThat(outcome.answer().lines())
                .contains("Was: This is A. Is: This is B.", "TRANSFER: The same is in order as before.")
                .anyMatch(line -> line.contains("OWNERSHIP by the committee registrars"))
                .anyMatch(line -> line.contains("30 days"))
                .anyMatch(line -> line.contains("not before " + DUE));
        assertThat(outcome.answer().document()).containsEntry("announced", false);
    }

    @Test
    void anAnnouncementSaysWhenItCanBeCompleted() throws IOException {
        JsonNode document = answered("security", "amend", "--as=issuer-bank", "--", file);
        assertThat(nodes.asked()).hasSize(3);
        assertThat(document.path("transaction").asText()).isEqualTo(ID.toString());
        assertThat(document.path("effective").asText()).isEqualTo(DUE.toString());
        assertThat(document.path("notice").asText()).isEqualTo("P30D");
        assertThat(document.path("changes")).hasSize(1);
        assertThat(document.path("announced").asBoolean()).isTrue();
    }

    @Test
    void anApproverAffirmsTheSameText() throws IOException {
        JsonNode document = answered("security", "affirm", "--as=authority-1", "--", file);
        assertThat(nodes.lastArguments()).containsExactly("ACME", SOURCE);
        assertThat(document.path("affirmed").asBoolean()).isTrue();
        assertThat(document.path("amendment").asText()).isEqualTo(ID.toString());
    }

    @Test
    void anAnnouncedAmendmentIsCompletedOrWithdrawn() throws IOException {
        assertThat(answered("security", "complete", "--as=issuer-bank", "--", "ACME")
                        .path("inForce")
                        .asBoolean())
                .isTrue();
        assertThat(nodes.lastArguments()).containsExactly("ACME");
        assertThat(answered("security", "withdraw", "--as=issuer-bank", "--", "ACME")
                        .path("inForce")
                        .asBoolean())
                .isFalse();
        assertThat(nodes.asked()).hasSize(2);
    }

    @Test
    void whatIsAnnouncedIsShownWithTheSecurity() throws IOException {
        JsonNode document = answered("security", "show", "--as=dealer-a", "--", "ACME");
        assertThat(document.path("amendmentNotice").asText()).isEqualTo("P30D");
        assertThat(document.path("announced").path("effective").asText()).isEqualTo(DUE.toString());
        assertThat(document.path("announced").path("name").asText()).isEqualTo("ACME plc deferred shares");
        assertThat(run("security", "show", "--as=dealer-a", "--", "ACME")
                        .answer()
                        .lines())
                .anyMatch(line -> line.contains("can be completed from " + DUE + " on"));
    }

    @Test
    void aSourceWithAnErrorIsNotSentToAnyNode() throws IOException {
        Files.writeString(directory.resolve("acme.security"), SOURCE.replace("GBP\n", "GBX\n"));
        assertThat(run("security", "amend", "--as=issuer-bank", "--", file)
                        .failure()
                        .code())
                .isEqualTo(FailureCode.FILE_WRONG);
        assertThat(nodes.asked()).isEmpty();
    }

    private static AmendmentView view() {
        return new AmendmentView(
                "ACME",
                1,
                ID,
                List.of("Was: This is A. Is: This is B."),
                List.of("TRANSFER: The same is in order as before."),
                List.of("OWNERSHIP by the committee registrars"),
                Period.ofDays(30),
                DUE);
    }

    private SecurityDefinitionState definition() {
        SecurityDefinitionState registered =
                SecurityDefinitionState.registered(nodes.party(name("Issuer Bank")), saying("ACME plc shares"));
        return registered.withAnnounced(new Amendment(saying("ACME plc deferred shares"), DUE));
    }

    private static Provisions saying(String named) {
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                List.of(new AspectRequirement(
                        Aspect.OWNERSHIP,
                        new UniqueIdentifier("registrars", new UUID(1, 2)),
                        EnumSet.allOf(Operation.class))));
        return new Provisions(
                new SecurityTerms("ACME", null, named, "GBP", new BigDecimal("0.05"), new BigDecimal("1000000"), 0),
                policy,
                CompliancePolicy.none(),
                null,
                Period.ofDays(30));
    }

    private static TransactionReceipt receipt() {
        return new TransactionReceipt(
                ID, "AMEND", Map.of(Aspect.OWNERSHIP, List.of(name("Authority One"))), name("Notary Cluster"));
    }

    private JsonNode answered(String... words) throws IOException {
        return new ObjectMapper().readTree(Json.write(run(words).answer().document()));
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }
}
