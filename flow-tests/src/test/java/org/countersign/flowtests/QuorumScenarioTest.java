package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableMap;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a proposer hears the members of several committees: all at once, none longer than it needs them. */
class QuorumScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration REGISTRAR_TIMEOUT = Duration.ofSeconds(20);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start(
                Collections.emptyList(),
                ImmutableMap.of(
                        "attestationTimeoutSeconds",
                        PATIENCE.getSeconds(),
                        "timeWindowSeconds",
                        240,
                        "agreementTimeoutSeconds",
                        15,
                        // As it is by default.
                        "nextRegistrarSeconds",
                        2));
        for (CordaX500Name authority : AUTHORITIES) {
            network.node(authority)
                    .registerInitiatedFlow(RequestAttestationFlow.class, Misconduct.AttestationResponder.class);
            network.node(authority).registerInitiatedFlow(RequestVoteFlow.class, Misconduct.VoteResponder.class);
            network.node(authority)
                    .registerInitiatedFlow(RequestFinalityFlow.class, Misconduct.FinalityResponder.class);
        }
        network.node(DEALER_B).registerInitiatedFlow(HostileOpenings.ToBuyer.class, TransferFlowHandler.class);
        network.withCommittees();
        found("compliance", Aspect.COMPLIANCE, 2, 1, 1, 1);
        found("heavy", Aspect.IDENTITY, 3, 3, 1, 1);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static void found(String name, Aspect aspect, int threshold, int... weights) {
        network.run(
                ONE,
                new FormCommitteeFlow.Initiator(
                        name,
                        aspect,
                        Arrays.asList(seat(ONE, weights[0]), seat(TWO, weights[1]), seat(THREE, weights[2])),
                        threshold,
                        Duration.ofMinutes(5),
                        Collections.singletonList(network.party(REGULATOR))));
        for (CordaX500Name member : network.nodes().keySet()) {
            CountersignNetwork.await(
                    member + " knows " + name,
                    () -> network.run(member, new ListCommitteesFlow()).stream()
                            .anyMatch(committee -> committee.getName().equals(name)));
        }
    }

    private static SeatProposal seat(CordaX500Name member, int weight) {
        return new SeatProposal(network.party(member), weight);
    }

    private static void given(String symbol, String... committees) {
        List<String> names = Arrays.asList(committees);
        network.run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol, null, symbol + " plc", "GBP", BigDecimal.ONE, new BigDecimal("1000"), 0),
                        names));
        network.recorded(network.issue(symbol, "100", DEALER_A), DEALER_A);
    }

    private static Future<TransactionReceipt> transferring(String symbol) {
        return network.node(DEALER_A)
                .startFlow(new TransferFlow.Initiator(symbol, new BigDecimal("100"), network.party(DEALER_B)));
    }

    @Test
    @DisplayName("All members of all committees are asked at once, and who is not needed is not waited for")
    void allAreAskedAtOnce() {
        given("QU.ALL", "registrars", "identity", "compliance");
        try (Gate gate = Gate.at(Misconduct.AttestationResponder.class)) {
            Future<TransactionReceipt> transfer = transferring("QU.ALL");
            // All three are asked before any has answered, and each once for both of its seats.
            gate.held(3);
            gate.open(1);
            gate.open(2);
            TransactionReceipt receipt = network.ended(transfer);
            assertThat(gate.calls()).isEqualTo(3);
            assertThat(receipt.getAttestedBy()).containsOnlyKeys(Aspect.OWNERSHIP, Aspect.IDENTITY, Aspect.COMPLIANCE);
            assertThat(receipt.getAttestedBy().get(Aspect.IDENTITY)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(receipt.getAttestedBy().get(Aspect.COMPLIANCE)).hasSizeGreaterThanOrEqualTo(2);
            network.recorded(receipt, DEALER_B);
        }
        assertThat(network.held(DEALER_B, "QU.ALL")).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("A member with the weight of the threshold is enough, whatever the others do")
    void weightDecidesNotHeads() {
        given("QU.HEAVY", "registrars", "heavy");
        try (Misconduct.Spell silent =
                Misconduct.of(Misconduct.AttestationResponder.class, Misconduct.Manner.STALL, TWO, THREE)) {
            assertThat(silent).isNotNull();
            TransactionReceipt receipt = network.transfer(DEALER_A, "QU.HEAVY", "100", DEALER_B);
            assertThat(receipt.getAttestedBy().get(Aspect.IDENTITY)).containsExactly(ONE);
        }
    }

    @Test
    @DisplayName("A round ends at once with all reasons when the weight that is left is less than the threshold")
    void whatCannotBeReachedIsNotWaitedFor() {
        given("QU.LOST", "registrars", "heavy");
        Instant start = Instant.now();
        try (Misconduct.Spell refusing =
                Misconduct.of(Misconduct.AttestationResponder.class, Misconduct.Manner.REFUSE, ONE)) {
            assertThat(refusing).isNotNull();
            assertThatThrownBy(() -> network.transfer(DEALER_A, "QU.LOST", "100", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class)
                    .hasMessageContaining("Not attested by committee heavy. ")
                    .hasMessageContaining("Authority One: ")
                    .hasMessageNotContaining("No answer from");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
        network.recorded(network.transfer(DEALER_A, "QU.LOST", "100", DEALER_B), DEALER_B);
    }

    @Test
    @DisplayName("When time runs out the members that did not answer are named, and nothing stays locked")
    void theSilentAreNamed() {
        given("QU.SILENT", "registrars", "identity");
        try (Misconduct.Spell silent =
                Misconduct.of(Misconduct.AttestationResponder.class, Misconduct.Manner.STALL, TWO, THREE)) {
            assertThat(silent).isNotNull();
            assertThatThrownBy(() -> network.transfer(DEALER_A, "QU.SILENT", "100", DEALER_B))
                    .hasCauseInstanceOf(QuorumException.class)
                    .hasMessageContaining("No answer from Authority Two, Authority Three.");
        }
        assertThat(network.held(DEALER_A, "QU.SILENT")).isEqualByComparingTo("100");
        network.recorded(network.transfer(DEALER_A, "QU.SILENT", "100", DEALER_B), DEALER_B);
    }

    @Test
    @DisplayName("A transfer survives a restart of the proposer's node while authorities are asked")
    void aRestartOfTheProposerLosesNothing() {
        given("QU.AGAIN", "registrars", "identity");
        try (Gate gate = Gate.at(Misconduct.AttestationResponder.class)) {
            transferring("QU.AGAIN");
            gate.held(3);
            network.stop(DEALER_A);
            gate.open(1);
            network.restart(DEALER_A);
        }
        CountersignNetwork.await(
                "the transfer is final",
                () -> network.held(DEALER_B, "QU.AGAIN").compareTo(new BigDecimal("100")) == 0);
        CountersignNetwork.await(
                "the seller knows it", () -> network.held(DEALER_A, "QU.AGAIN").signum() == 0);
        // The authorities were asked twice, and have said the same.
        assertThat(network.run(DEALER_A, new ListMisbehaviourFlow())).isEmpty();
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. A registrar that is dead holds up no transfer for its time-out, whoever would ask it first")
    void aDeadRegistrarIsNotWaitedFor() {
        given("QU.DEAD", "registrars", "identity");
        try (Misconduct.Spell finality = Misconduct.finaliser(Misconduct.Manner.STALL, THREE);
                Misconduct.Spell vote =
                        Misconduct.within(Misconduct.VoteResponder.class, Misconduct.Manner.STALL, THREE)) {
            assertThat(finality).isNotNull();
            assertThat(vote).isNotNull();
            // Every third transfer begins with it.
            for (int transfer = 0; transfer < 50 && Misconduct.finalisersAsked() == 0; transfer++) {
                Instant start = Instant.now();
                network.recorded(network.transfer(DEALER_A, "QU.DEAD", "1", DEALER_B), DEALER_B);
                assertThat(Duration.between(start, Instant.now())).isLessThan(REGISTRAR_TIMEOUT);
            }
            assertThat(Misconduct.finalisersAsked()).isPositive();
        }
        network.recorded(network.transfer(DEALER_A, "QU.DEAD", "1", DEALER_B), DEALER_B);
    }

    @Test
    @Tag("attack-7")
    @DisplayName("7. A buyer that is restarted while its seller is silent gets its cash back all the same")
    void cashIsFreedAfterARestartOfTheBuyer() {
        given("QU.CASH", "registrars", "identity");
        network.issueCash("100.00", DEALER_B);
        network.affirm(DEALER_B, "QU.CASH", "10", DEALER_A, CountersignNetwork.pounds("10.00"));
        IssuedTokenType security = network.node(DEALER_A)
                .transaction(() -> Definitions.bySymbol(network.node(DEALER_A).getServices(), "QU.CASH")
                        .get()
                        .getState()
                        .getData()
                        .tokenType());
        network.node(DEALER_A)
                .startFlow(new HostileOpenings.ToBuyer(
                        network.party(DEALER_B),
                        Misconduct.Manner.STALL,
                        new TradeTerms(
                                "QU.CASH",
                                new Amount<>(10, BigDecimal.ONE, security),
                                CountersignNetwork.pounds("10.00"),
                                Collections.singletonList(network.party(ISSUER))),
                        HostileOpenings.Await.STATES));
        CountersignNetwork.await("the cash is reserved", () -> network.locked(DEALER_B) > 0);
        network.stop(DEALER_B);
        network.restart(DEALER_B);
        CountersignNetwork.await("the cash is free again", () -> network.locked(DEALER_B) == 0);
        network.recorded(
                network.sell(DEALER_A, "QU.CASH", "10", DEALER_B, CountersignNetwork.pounds("10.00")), DEALER_B);
        assertThat(network.held(DEALER_B, "GBP")).isEqualByComparingTo("90");
    }
}
