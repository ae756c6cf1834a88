package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a proposer hears the members of several committees: all at once, none longer than it needs them. */
class QuorumScenarioTest {
    private static final CordaX500Name ONE = AUTHORITIES.get(0);
    private static final CordaX500Name TWO = AUTHORITIES.get(1);
    private static final CordaX500Name THREE = AUTHORITIES.get(2);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start(
                Collections.emptyList(),
                ImmutableMap.of("attestationTimeoutSeconds", PATIENCE.getSeconds(), "timeWindowSeconds", 240));
        for (CordaX500Name authority : AUTHORITIES) {
            network.node(authority)
                    .registerInitiatedFlow(RequestAttestationFlow.class, Misconduct.AttestationResponder.class);
        }
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
}
