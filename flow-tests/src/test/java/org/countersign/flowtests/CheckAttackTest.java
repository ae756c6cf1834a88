package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.pounds;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.assertj.core.api.AbstractThrowableAssert;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.validation.RequestAttestationFlowHandler;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.AttestationRequests;
import org.countersign.workflows.validation.Exhibit;
import org.countersign.workflows.validation.PresentedEvidence;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What authorities' checks decide, what of it leaves their nodes, and authorities that answer what they did not find.
 */
@ExtendWith(AttackNetwork.class)
class CheckAttackTest {
    @BeforeAll
    static void foundCommittees() {
        AttackNetwork.foundCommitteesOfEveryAspect();
    }

    private static void complianceSecurity(String symbol) {
        network().register(symbol, "1000000", Arrays.asList("registrars", "compliance"));
        network().recorded(network().issue(symbol, "100", DEALER_A), DEALER_A);
    }

    private static AttestationAnswer ask(String symbol, Aspect aspect) {
        return network().ask(DEALER_A, AUTHORITIES.get(0), aspect, drafted(symbol, aspect));
    }

    private static SignedTransaction drafted(String symbol, Aspect... aspects) {
        return network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        symbol,
                                        holding(DEALER_A, symbol),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_B)),
                                HostileFlows.moreAttestations(aspects)));
    }

    /** Asks an authority and hears no more than the first that it answers. */
    @InitiatingFlow
    static final class HearFirst extends FlowLogic<AttestationAnswers> {
        private final Party authority;
        private final AttestationRequests requests;

        HearFirst(Party authority, AttestationRequests requests) {
            this.authority = authority;
            this.requests = requests;
        }

        @Suspendable
        @Override
        public AttestationAnswers call() throws FlowException {
            return initiateFlow(authority)
                    .sendAndReceive(AttestationAnswers.class, requests)
                    .unwrap(received -> received);
        }
    }

    @Test
    @DisplayName("An aspect whose check is slow does not hold up what the same authority answers for another")
    void aSlowAspectHoldsUpNoOther() {
        network().node(AUTHORITIES.get(0)).registerInitiatedFlow(HearFirst.class, RequestAttestationFlowHandler.class);
        given("CK.SLOW", "100", DEALER_A);
        StagedCheck.play("CK.SLOW", StagedCheck.Act.HANG);
        SignedTransaction transaction = drafted("CK.SLOW", Aspect.COMPLIANCE);
        AttestationRequest[] requests = Stream.of(Aspect.COMPLIANCE, Aspect.IDENTITY)
                .map(aspect -> new AttestationRequest(
                        aspect, AspectDisclosure.tearOff(transaction.getTx(), aspect), Collections.emptyList()))
                .toArray(AttestationRequest[]::new);
        AttestationAnswers first = network()
                .run(
                        DEALER_A,
                        new HearFirst(
                                network().party(AUTHORITIES.get(0)), new AttestationRequests(Arrays.asList(requests))));
        assertThat(first.getAnswers()).containsOnlyKeys(Aspect.IDENTITY);
        assertThat(first.to(Aspect.IDENTITY).getSignature()).isNotNull();

        AttestationAnswers all = network().ask(DEALER_A, AUTHORITIES.get(1), requests);
        assertThat(all.getAnswers()).containsOnlyKeys(Aspect.IDENTITY, Aspect.COMPLIANCE);
        assertThat(all.to(Aspect.IDENTITY).getSignature()).isNotNull();
        assertThat(all.to(Aspect.COMPLIANCE).getRefusal().getReason())
                .contains("The check flowtests.staged took longer than 5 seconds.");
    }

    @Test
    @Tag("attack-28")
    @DisplayName(
            "28. A check that fails stops a transfer with all its reasons, and its figures stay with the authority")
    void aFailingCheckStopsATransferAndTellsNoFigures() {
        complianceSecurity("CK.OBJ");
        AttestationAnswer passed = ask("CK.OBJ", Aspect.COMPLIANCE);
        assertThat(passed.getSignature()).isNotNull();
        assertTellsNoFigures(passed);
        StagedCheck.play("CK.OBJ", StagedCheck.Act.OBJECT);
        AttestationAnswer refused = ask("CK.OBJ", Aspect.COMPLIANCE);
        assertThat(refused.getSignature()).isNull();
        assertThat(refused.getReport().getFindings()).hasSize(4);
        assertThat(refused.getSeal().getAttested()).isFalse();
        assertTellsNoFigures(refused);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "CK.OBJ", "10", DEALER_B))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The buyer is under sanctions. The buyer's net worth is too small.")
                .hasMessageNotContaining("of age")
                .hasMessageNotContaining(StagedCheck.SECRET.toPlainString());
        assertThat(network().held(DEALER_A, "CK.OBJ")).isEqualByComparingTo("100");
    }

    private static void assertTellsNoFigures(AttestationAnswer answer) {
        assertThat(answer.getReport().getFindings())
                .extracting(Finding::getFigures)
                .allMatch(figures -> figures.isEmpty());
        assertThat(answer.getSeal().isValid()).isTrue();
        // Whoever is told the report can compare it; nobody can try out figures against the digest.
        assertThat(answer.getSeal().getReportDigest())
                .isEqualTo(answer.getReport().digest());
        assertThat(String.valueOf(answer.getRefusal())).doesNotContain(StagedCheck.SECRET.toPlainString());
    }

    @Test
    @Tag("attack-7")
    @DisplayName("7. A check that hangs or breaks refuses, says so, and gives away nothing of why")
    void aHangingOrBrokenCheckRefuses() {
        complianceSecurity("CK.HANG");
        StagedCheck.play("CK.HANG", StagedCheck.Act.HANG);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "CK.HANG", "10", DEALER_B))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The check flowtests.staged took longer than 5 seconds.");
        StagedCheck.play("CK.HANG", StagedCheck.Act.THROW);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "CK.HANG", "10", DEALER_B))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The check flowtests.staged failed.")
                .hasMessageNotContaining("swordfish");
        assertThat(network().held(DEALER_A, "CK.HANG")).isEqualByComparingTo("100");
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. What is logged of a transfer, made or refused, names neither its parties nor an amount")
    void logsNameNeitherHoldersNorAmounts() {
        network().register("CK.LOG", "100000000", Arrays.asList("registrars", "compliance", "identity", "risk"));
        try (CapturedLog log = new CapturedLog()) {
            network().recorded(network().issue("CK.LOG", "97531907", DEALER_A), DEALER_A);
            network().issueCash("8642053.17", DEALER_B);
            network().affirm(DEALER_B, "CK.LOG", "7531907", DEALER_A, pounds("8642053.17"));
            network().recorded(network().sell(DEALER_A, "CK.LOG", "7531907", DEALER_B, pounds("8642053.17")), DEALER_B);
            StagedCheck.play("CK.LOG", StagedCheck.Act.THROW);
            assertThatThrownBy(() -> network().transfer(DEALER_A, "CK.LOG", "7531908", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class);
            assertThat(log.lines()).contains("The check flowtests.staged failed.");
            assertThat(log.lines())
                    .allSatisfy(line ->
                            assertThat(line).doesNotContain("Dealer", "753190", "8642053", "864205317", "97531907"));
        }
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. What is presented for one aspect is shown to its authorities' checks, and to nobody else")
    void evidenceIsForItsAspectAlone() {
        network().register("CK.SHOWN", "1000000", Arrays.asList("registrars", "compliance", "identity"));
        network().recorded(network().issue("CK.SHOWN", "100", DEALER_A), DEALER_A);
        int before = StagedCheck.shown("CK.SHOWN").size();
        assertThat(StagedCheck.shown("CK.SHOWN")).allMatch(List::isEmpty);
        OpaqueBytes opinion = new OpaqueBytes("It may be sold in Jersey.".getBytes(StandardCharsets.UTF_8));
        Exhibit exhibit = new Exhibit(Aspect.COMPLIANCE, new PresentedEvidence("text/plain", opinion));
        TransactionReceipt receipt = network()
                .run(
                        DEALER_A,
                        new TransferFlow.Initiator(
                                "CK.SHOWN",
                                BigDecimal.TEN,
                                network().party(DEALER_B),
                                Collections.singletonList(exhibit)));

        List<List<PresentedEvidence>> shown = StagedCheck.shown("CK.SHOWN");
        assertThat(shown.size()).isGreaterThanOrEqualTo(before + 2);
        assertThat(shown.subList(before, shown.size()))
                .allSatisfy(pieces -> assertThat(pieces).singleElement().satisfies(piece -> {
                    assertThat(piece.getKind()).isEqualTo("text/plain");
                    assertThat(piece.getContent()).isEqualTo(opinion);
                }));
        String digest = SecureHash.sha256(opinion.getBytes()).toString();
        CordaX500Name attester = receipt.getAttestedBy().get(Aspect.COMPLIANCE).get(0);
        assertThat(entered(attester, receipt, Aspect.COMPLIANCE)).contains(digest);
        for (CordaX500Name authority : AUTHORITIES) {
            assertThat(entered(authority, receipt, Aspect.IDENTITY)).doesNotContain(digest);
            assertThat(entered(authority, receipt, Aspect.OWNERSHIP)).doesNotContain(digest);
        }
    }

    @Test
    @DisplayName("A journal has what was gathered for the aspect, and a registrar's all parts of the transaction")
    void whatWasGatheredIsInTheJournal() {
        AttackNetwork.foundCommitteesOfEveryAspect();
        network().register("CK.GATHERED", "1000000", Arrays.asList("registrars", "risk", "identity"));
        network().recorded(network().issue("CK.GATHERED", "100", DEALER_A), DEALER_A);
        network().recorded(network().issue("CK.GATHERED", "100", ISSUER), ISSUER);
        TransactionReceipt receipt = network().transfer(DEALER_A, "CK.GATHERED", "10", DEALER_B);
        CordaX500Name judge = receipt.getAttestedBy().get(Aspect.RISK).get(0);
        assertThat(entered(judge, receipt, Aspect.RISK))
                .contains("\"position\":[")
                .contains("Dealer B, L=London, C=GB, CK.GATHERED: before 0, after 10, of 200");
        assertThat(entered(judge, receipt, Aspect.IDENTITY)).doesNotContain("\"position\"");
        CordaX500Name registrar = receipt.getAttestedBy().get(Aspect.OWNERSHIP).get(0);
        for (String part :
                Arrays.asList("input", "output", "command", "reference", "attachment", "timeWindow", "notary")) {
            assertThat(entered(registrar, receipt, Aspect.OWNERSHIP)).contains("\"" + part + "\":[");
        }
    }

    private static String entered(CordaX500Name authority, TransactionReceipt receipt, Aspect aspect) {
        JournalQuery query = new JournalQuery(0, receipt.getTransactionId(), aspect, null, null, null, null);
        return network().run(authority, new ReadJournalFlow(query)).stream()
                .map(JournalEntry::getLine)
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("Evidence that nobody takes is refused before anybody is bothered")
    void evidenceThatNobodyTakesIsRefused() {
        network().register("CK.UNSHOWN", "1000000", Arrays.asList("registrars", "compliance", "identity"));
        network().recorded(network().issue("CK.UNSHOWN", "100", DEALER_A), DEALER_A);
        OpaqueBytes some = new OpaqueBytes(new byte[] {1});
        OpaqueBytes large = new OpaqueBytes(new byte[PresentedEvidence.LARGEST_BYTES + 1]);
        refused(new Exhibit(Aspect.RISK, new PresentedEvidence("text/plain", some)))
                .hasMessageContaining("takes evidence for RISK")
                .hasMessageContaining("Present it for one of [IDENTITY, COMPLIANCE].");
        refused(new Exhibit(Aspect.OWNERSHIP, new PresentedEvidence("text/plain", some)))
                .hasMessageContaining("takes evidence for OWNERSHIP");
        refused(new Exhibit(Aspect.COMPLIANCE, new PresentedEvidence("text/plain", large)))
                .hasMessageContaining("has 262145 bytes");
        refused(new Exhibit(Aspect.COMPLIANCE, new PresentedEvidence("", some)))
                .hasMessageContaining("a kind of 0 characters");
        Exhibit[] many = new Exhibit[PresentedEvidence.MOST + 1];
        Arrays.fill(many, new Exhibit(Aspect.COMPLIANCE, new PresentedEvidence("text/plain", some)));
        refused(many).hasMessageContaining("21 pieces of evidence are presented for COMPLIANCE.");
        OpaqueBytes whole = new OpaqueBytes(new byte[PresentedEvidence.LARGEST_BYTES]);
        Arrays.fill(many, new Exhibit(Aspect.COMPLIANCE, new PresentedEvidence("text/plain", whole)));
        many[0] = new Exhibit(Aspect.IDENTITY, new PresentedEvidence("text/plain", some));
        refused(many).hasMessageContaining("5242881 bytes in all");
        assertUntouched(DEALER_A, "CK.UNSHOWN", "100", DEALER_B);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Exhibit... exhibits) {
        return assertThatThrownBy(() -> network()
                .run(
                        DEALER_A,
                        new TransferFlow.Initiator(
                                "CK.UNSHOWN", BigDecimal.TEN, network().party(DEALER_B), Arrays.asList(exhibits))));
    }

    @Test
    @DisplayName("An authority without a check of an aspect refuses it and says whose affair that is")
    void anAuthorityWithoutACheckRefuses() {
        given("CK.NONE", "100", DEALER_A);
        AttestationAnswer answer = ask("CK.NONE", Aspect.CAPITAL);
        assertThat(answer.getSignature()).isNull();
        assertThat(answer.getRefusal().getCode()).isEqualTo(Refusal.NO_CHECK);
        assertThat(answer.getRefusal().getReason())
                .contains("Authority One judges no CAPITAL: no check of it is set up")
                .contains("Its operator finds in the node's log what to change");
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. An attestation counts only with a report and a seal that belong to it")
    void anAttestationWithoutItsOwnReportCountsForNothing() {
        given("CK.SEAL", "100", DEALER_A);
        Map<Misconduct.Manner, String> deeds = new EnumMap<>(Misconduct.Manner.class);
        deeds.put(Misconduct.Manner.NO_REPORT, "attests without a report of what it has checked.");
        deeds.put(Misconduct.Manner.REPORT_OF_OTHER_TRANSACTION, "answered with a report about something else.");
        deeds.put(Misconduct.Manner.REPORT_OF_OTHER_ASPECT, "answered with a report about something else.");
        deeds.put(Misconduct.Manner.SEAL_OF_OTHER_REPORT, "answered with a seal of another report or answer.");
        deeds.put(Misconduct.Manner.SEAL_OF_OTHER_TRANSACTION, "answered with a seal of another report or answer.");
        deeds.put(Misconduct.Manner.SEAL_OF_REFUSAL, "answered with a seal of another report or answer.");
        deeds.put(
                Misconduct.Manner.SEAL_BY_OTHER_KEY, "answered with a report that the key of its seat has not sealed.");
        deeds.put(Misconduct.Manner.FAILING_REPORT, "attests although its report does not pass.");
        deeds.put(Misconduct.Manner.TOO_MANY_FINDINGS, "answered with a report of 10000 findings; 200 are read.");
        deeds.put(Misconduct.Manner.UNREADABLE_FINDING, "answered with a report that is unreadable or tells figures.");
        deeds.forEach((manner, deed) -> {
            try (Misconduct.Spell spell = Misconduct.of(
                    Misconduct.AttestationResponder.class, manner, AUTHORITIES.get(1), AUTHORITIES.get(2))) {
                assertThat(spell).isNotNull();
                assertThatThrownBy(() -> network().transfer(DEALER_A, "CK.SEAL", "100", DEALER_B))
                        .as(manner.name())
                        .hasCauseInstanceOf(QuorumException.class)
                        .hasMessageContaining("Authority Two " + deed);
            }
        });
        assertUntouched(DEALER_A, "CK.SEAL", "100", DEALER_B);
        TransactionReceipt back = network().transfer(DEALER_B, "CK.SEAL", "1", DEALER_A);
        assertThat(back.getAttestedBy().get(Aspect.IDENTITY)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest(name = "16. Votes with {0} make nothing final")
    @Tag("attack-16")
    @DisplayName("16. A registrar's vote counts only with a report and a seal that belong to it")
    @EnumSource(
            value = Misconduct.Manner.class,
            names = {"NO_REPORT", "SEAL_OF_OTHER_REPORT"})
    void aVoteWithoutItsOwnReportCountsForNothing(Misconduct.Manner manner) {
        String symbol = "CK.VOTE" + manner.ordinal();
        given(symbol, "100", DEALER_A);
        // Whoever finalises asks the other two.
        try (Misconduct.Spell spell =
                Misconduct.of(Misconduct.VoteResponder.class, manner, AUTHORITIES.toArray(new CordaX500Name[0]))) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, symbol, "100", DEALER_B))
                    .hasMessageContaining(
                            manner == Misconduct.Manner.NO_REPORT
                                    ? "attests without a report of what it has checked."
                                    : "answered with a seal of another report or answer.");
        }
        assertUntouched(DEALER_A, symbol, "100", DEALER_B);
    }
}
