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
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.ListSecuritiesFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.governance.MisbehaviourRecord;
import org.countersign.workflows.governance.ReformCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lying, silent and self-appointed authorities and registrars, and attestations that are not for this transaction. */
@ExtendWith(AttackNetwork.class)
class QuorumAttackTest {
    private static final CordaX500Name LIAR = AUTHORITIES.get(2);

    private static SignedTransaction forged(String symbol, long units, HostileFlows.Twist twist) {
        return network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        symbol,
                                        holding(DEALER_A, symbol),
                                        units,
                                        network().party(DEALER_A),
                                        network().party(DEALER_A)),
                                twist));
    }

    private static AttestationAnswer ask(CordaX500Name authority, SignedTransaction transaction) {
        return network().ask(DEALER_A, authority, Aspect.IDENTITY, transaction);
    }

    @ParameterizedTest(name = "16. An authority that answers with {0} does not stop a transfer")
    @Tag("attack-16")
    @DisplayName("16. One lying, refusing or silent authority of three does not stop a transfer")
    @EnumSource(
            value = Misconduct.Manner.class,
            names = {"GARBAGE", "OTHER_KEY", "OTHER_ID", "REFUSE", "CRASH", "THROW_LATER", "STALL"})
    void oneAuthorityOfThreeDoesNotStopATransfer(Misconduct.Manner manner) {
        String symbol = "AU." + manner.name().substring(0, 5).replace('_', '.') + manner.ordinal();
        given(symbol, "100", DEALER_A);
        try (Misconduct.Spell attesting = Misconduct.of(Misconduct.AttestationResponder.class, manner, LIAR);
                Misconduct.Spell voting = Misconduct.of(Misconduct.VoteResponder.class, manner, LIAR)) {
            assertThat(attesting).isNotSameAs(voting);
            TransactionReceipt receipt = network().transfer(DEALER_A, symbol, "100", DEALER_B);
            assertThat(receipt.getAttestedBy().get(Aspect.IDENTITY)).hasSize(2).doesNotContain(LIAR);
            network().recorded(receipt, DEALER_B);
        }
        assertThat(network().held(DEALER_B, symbol)).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "16. Two authorities that answer with {0} stop a transfer, and are named")
    @Tag("attack-16")
    @DisplayName("16. Two misbehaving authorities of three stop a transfer, and are named for what they did")
    @EnumSource(
            value = Misconduct.Manner.class,
            names = {"GARBAGE", "OTHER_KEY", "REFUSE"})
    void twoAuthoritiesOfThreeStopATransfer(Misconduct.Manner manner) {
        String symbol = "A2." + manner.name().substring(0, 5).replace('_', '.') + manner.ordinal();
        given(symbol, "100", DEALER_A);
        String deed = manner == Misconduct.Manner.OTHER_KEY
                ? "a signature by another key than that of its seat"
                : manner == Misconduct.Manner.GARBAGE ? "by another key" : "No.?[31m Never.";
        try (Misconduct.Spell spell =
                Misconduct.of(Misconduct.AttestationResponder.class, manner, LIAR, AUTHORITIES.get(1))) {
            assertThat(spell).isNotNull();
            assertThatThrownBy(() -> network().transfer(DEALER_A, symbol, "100", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class)
                    .hasMessageContaining("Authority Two")
                    .hasMessageContaining(deed);
        }
        assertUntouched(DEALER_A, symbol, "100", DEALER_B);
    }

    @ParameterizedTest(name = "16. A finalising registrar that answers with {0} only delays a transfer")
    @Tag("attack-16")
    @DisplayName("16. A finalising registrar that lies only delays a transfer: the next one finalises it")
    @CsvSource({
        "FORGE_FINALITY, FALSE_FINALITY",
        "WRONG_CONTENT, UNREADABLE",
        "WRONG_TYPE, UNREADABLE",
        "CRY_STALE,",
        "REFUSE_FOR_OTHERS,",
        "STALL,"
    })
    void aLyingFinaliserOnlyDelays(Misconduct.Manner manner, MisbehaviourKind onRecord) {
        String symbol = "FI." + manner.name().substring(0, 5).replace('_', '.') + manner.ordinal();
        given(symbol, "100", DEALER_A);
        TransactionReceipt receipt;
        try (Misconduct.Spell spell = Misconduct.firstFinaliser(manner)) {
            assertThat(spell).isNotNull();
            receipt = network().recorded(network().transfer(DEALER_A, symbol, "100", DEALER_B), DEALER_B);
            assertThat(Misconduct.finalisersAsked()).isEqualTo(2);
        }
        assertThat(network().held(DEALER_B, symbol)).isEqualByComparingTo("100");
        if (onRecord != null) {
            assertThat(records(DEALER_A, receipt.getTransactionId()))
                    .extracting(MisbehaviourRecord::getKind)
                    .containsExactly(onRecord);
        }
    }

    private static List<MisbehaviourRecord> records(CordaX500Name recorder, SecureHash transaction) {
        return network().run(recorder, new ListMisbehaviourFlow()).stream()
                .filter(record -> record.getTransactionId().equals(transaction))
                .collect(Collectors.toList());
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. A registrar that refuses a proposer and votes all the same is on record, and no honest one is")
    void aBrokenRefusalIsOnRecord() {
        CordaX500Name liar = AUTHORITIES.get(0);
        CordaX500Name honest = AUTHORITIES.get(1);
        CordaX500Name third = AUTHORITIES.get(2);
        given("RENEGED", "100", DEALER_A);
        SignedTransaction transaction = AttackNetwork.attested(DEALER_A, forged("RENEGED", 100, HostileFlows.none()));
        try (Misconduct.Spell spell = Misconduct.everyFinaliser(Misconduct.Manner.CRY_STALE)) {
            assertThat(spell).isNotNull();
            assertThat(finality(liar, transaction).getRefusals().toString()).contains("All is stale.");
        }
        assertThat(records(DEALER_A, transaction.getId())).isEmpty();
        // The third has voted for another transaction, refuses this one and stands by it.
        SignedTransaction rival = AttackNetwork.attested(DEALER_A, forged("RENEGED", 50, HostileFlows.none()));
        assertThat(network()
                        .run(honest, new RequestVoteFlow(network().party(third), rival))
                        .to(Aspect.OWNERSHIP)
                        .getSignature())
                .isNotNull();
        assertThat(finality(third, transaction).getRefusals().toString())
                .contains("Another transaction in flight claims");
        assertThat(finality(honest, transaction).getSignatures()).isNotEmpty();
        CountersignNetwork.await(
                "the broken refusal is on record",
                () -> !records(DEALER_A, transaction.getId()).isEmpty());
        MisbehaviourRecord record = records(DEALER_A, transaction.getId()).get(0);
        assertThat(records(DEALER_A, transaction.getId())).hasSize(1);
        assertThat(record.getKind()).isEqualTo(MisbehaviourKind.BROKEN_REFUSAL);
        assertThat(record.getAccused()).isEqualTo(network().party(liar));
        assertThat(record.isSigned()).isTrue();
        assertThat(record.getAnswers().get(0).getRefusal()).isEqualTo("SUPERSEDED: All is stale.");
        assertThat(record.getAnswers().get(1).getSignature().getBy()).isEqualTo(record.getSeatKey());
    }

    private static FinalityAnswer finality(CordaX500Name registrar, SignedTransaction transaction) {
        return network().run(DEALER_A, new RequestFinalityFlow(network().party(registrar), transaction));
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. A vote that is none is on record as unreadable")
    void aVoteThatIsNoneIsOnRecord() {
        given("NOVOTE", "100", DEALER_A);
        SignedTransaction transaction = AttackNetwork.attested(DEALER_A, forged("NOVOTE", 10, HostileFlows.none()));
        CordaX500Name asking = AUTHORITIES.get(0);
        CordaX500Name liar = AUTHORITIES.get(1);
        try (Misconduct.Spell spell =
                Misconduct.of(Misconduct.VoteResponder.class, Misconduct.Manner.WRONG_TYPE, liar)) {
            assertThat(spell).isNotNull();
            AttestationAnswer answer = network()
                    .run(asking, new RequestVoteFlow(network().party(liar), transaction))
                    .to(Aspect.OWNERSHIP);
            assertThat(answer.getRefusal().getCode()).isEqualTo(Refusal.MISBEHAVED);
        }
        List<MisbehaviourRecord> records = records(asking, transaction.getId());
        assertThat(records).extracting(MisbehaviourRecord::getKind).containsExactly(MisbehaviourKind.UNREADABLE);
        assertThat(records.get(0).getAspect()).isEqualTo(Aspect.OWNERSHIP);
        assertThat(records.get(0).getAccused()).isEqualTo(network().party(liar));
    }

    @Test
    @Tag("attack-13")
    @DisplayName("13. Attestations of one transaction do not attest another")
    void aReplayedAttestationIsRefused() {
        given("REPLAY", "100", DEALER_A);
        SignedTransaction first = forged("REPLAY", 10, HostileFlows.none());
        List<TransactionSignature> attestations = AUTHORITIES.stream()
                .map(authority -> ask(authority, first).getSignature())
                .collect(Collectors.toList());
        assertThat(attestations).doesNotContainNull();
        SignedTransaction second = forged("REPLAY", 20, HostileFlows.none());
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network()
                    .run(
                            DEALER_A,
                            new RequestFinalityFlow(
                                    network().party(registrar), second.withAdditionalSignatures(attestations)));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString()).contains("A signature is not valid");
        }
        assertUntouched(DEALER_A, "REPLAY", "100", DEALER_B);
    }

    @Test
    @Tag("attack-14")
    @DisplayName("14. A closed or open-ended time-window is neither attested nor finalised")
    void anExpiredAttestationIsRefused() {
        given("LATE", "100", DEALER_A);
        Instant now = network().node(DEALER_A).getServices().getClock().instant();
        SignedTransaction closed = forged("LATE", 10, (builder, services, offered) -> {
            // Within the attestation's validity, which begins a few seconds before it is drafted.
            Instant drafted = services.getClock().instant();
            builder.setTimeWindow(TimeWindow.between(drafted.minusSeconds(3), drafted.minusSeconds(1)));
        });
        SignedTransaction open =
                forged("LATE", 10, (builder, services, offered) -> builder.setTimeWindow(TimeWindow.fromOnly(now)));
        assertThat(ask(AUTHORITIES.get(0), closed).getRefusal().getReason())
                .contains("The time-window is not open now");
        assertThat(ask(AUTHORITIES.get(0), open).getRefusal().getReason()).contains("The time-window is not open now");
        FinalityAnswer answer =
                network().run(DEALER_A, new RequestFinalityFlow(network().party(AUTHORITIES.get(0)), closed));
        assertThat(answer.getSignatures()).isEmpty();
        assertThat(answer.getRefusals().toString()).contains("The time-window closed at");
        answer = network().run(DEALER_A, new RequestFinalityFlow(network().party(AUTHORITIES.get(0)), open));
        assertThat(answer.getSignatures()).isEmpty();
        assertThat(answer.getRefusals().toString())
                .contains("A transaction that touches a security has a time-window with both ends.");
        assertUntouched(DEALER_A, "LATE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. A committee of institutions that are no authorities counts for nothing")
    void aSelfAppointedCommitteeCountsForNothing() {
        List<SeatProposal> seats = Arrays.asList(
                new SeatProposal(network().party(DEALER_A), 1),
                new SeatProposal(network().party(OUTSIDER), 1));
        for (Aspect aspect : Aspect.values()) {
            network()
                    .run(
                            DEALER_A,
                            new FormCommitteeFlow.Initiator(
                                    "rogue " + aspect,
                                    aspect,
                                    seats,
                                    2,
                                    Duration.ofMinutes(5),
                                    Collections.emptyList()));
        }
        assertThatThrownBy(() -> network()
                        .run(
                                ISSUER,
                                new RegisterSecurityFlow.Initiator(
                                        terms("ROGUE"), Arrays.asList("rogue OWNERSHIP", "rogue IDENTITY"))))
                .hasMessageContaining("This node knows no committee named 'rogue OWNERSHIP'");
        // Nor is it among the committees that an issuer who names none could mean, here or at anybody else.
        for (CordaX500Name member : network().nodes().keySet()) {
            assertThat(network().run(member, new ListCommitteesFlow()).toString())
                    .contains("registrars")
                    .doesNotContain("rogue");
        }
        network().register("HONEST", "10");
        CountersignNetwork.await(
                "dealer B knows the honest security",
                () -> network()
                        .run(DEALER_B, new ListSecuritiesFlow())
                        .toString()
                        .contains("HONEST"));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15. An authority takes no second seat on a committee of a name that it sits on")
    void anAuthorityIsNotSeatedTwice() {
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new FormCommitteeFlow.Initiator(
                                        "registrars",
                                        Aspect.OWNERSHIP,
                                        Arrays.asList(
                                                new SeatProposal(network().party(DEALER_A), 1),
                                                new SeatProposal(network().party(AUTHORITIES.get(0)), 1)),
                                        2,
                                        Duration.ofMinutes(5),
                                        Collections.emptyList())))
                .hasMessageContaining("Authority One sits on a committee named 'registrars' already.");
    }

    @Test
    @Tag("attack-12")
    @DisplayName("12. Neither a new committee nor a reform makes one registrar's vote a quorum")
    void noRegistrarIsAQuorumAlone() {
        List<SeatProposal> seats = Arrays.asList(
                new SeatProposal(network().party(AUTHORITIES.get(0)), 3),
                new SeatProposal(network().party(AUTHORITIES.get(1)), 1),
                new SeatProposal(network().party(AUTHORITIES.get(2)), 1));
        String refusal = "Authority One alone would be a quorum of the registrars: its weight is 3, the threshold 3.";
        assertThatThrownBy(() -> network()
                        .run(
                                AUTHORITIES.get(1),
                                new FormCommitteeFlow.Initiator(
                                        "sole",
                                        Aspect.OWNERSHIP,
                                        seats,
                                        3,
                                        Duration.ofMinutes(5),
                                        Collections.emptyList())))
                .hasMessageContaining(refusal);
        assertThatThrownBy(() -> network()
                        .run(
                                AUTHORITIES.get(1),
                                new ReformCommitteeFlow.Initiator(
                                        "registrars", seats, 3, Duration.ofMinutes(5), Collections.emptyList(), false)))
                .hasMessageContaining(refusal);
        assertThat(network().run(AUTHORITIES.get(1), new ListCommitteesFlow()).toString())
                .doesNotContain("sole");
    }

    private static SecurityTerms terms(String symbol) {
        return new SecurityTerms(symbol, null, symbol + " plc", "GBP", new BigDecimal("0.05"), BigDecimal.TEN, 0);
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. A registrar votes for no one but a registrar")
    void aVoteIsNotForStrangers() {
        given("VOTE", "100", DEALER_A);
        SignedTransaction transaction = forged("VOTE", 10, HostileFlows.none());
        List<TransactionSignature> attestations = AUTHORITIES.stream()
                .map(authority -> ask(authority, transaction).getSignature())
                .collect(Collectors.toList());
        AttestationAnswer answer = network()
                .run(
                        DEALER_A,
                        new RequestVoteFlow(
                                network().party(AUTHORITIES.get(0)),
                                transaction.withAdditionalSignatures(attestations)))
                .to(Aspect.OWNERSHIP);
        assertThat(answer.getSignature()).isNull();
        assertThat(answer.getRefusal().getReason())
                .contains("Votes are given to registrars of the same committee only");
        assertUntouched(DEALER_A, "VOTE", "100", DEALER_B);
    }
}
