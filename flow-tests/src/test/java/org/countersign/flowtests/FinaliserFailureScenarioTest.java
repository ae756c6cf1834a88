package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.TransferFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registrar dies with a notarised transaction that nobody else has. */
class FinaliserFailureScenarioTest {
    /** Two fifths of what a node waits by default, so that two fifths of the promised minute must do. */
    private static final int REGISTRAR_TIMEOUT_SECONDS = 8;

    private static final Duration PROMISED =
            Duration.ofMinutes(1).multipliedBy(2).dividedBy(5);

    private CountersignNetwork network;

    @BeforeEach
    void startNetwork() {
        network = CountersignNetwork.start(
                java.util.Collections.emptyList(),
                ImmutableMap.of("registrarTimeoutSeconds", REGISTRAR_TIMEOUT_SECONDS, "attestationTimeoutSeconds", 10));
        Misconduct.install(network);
        network.withCommittees();
        network.register("ALPHA", "1000");
        network.recorded(network.issue("ALPHA", "100", DEALER_A), DEALER_A);
        network.recorded(network.issue("ALPHA", "10", DEALER_B), DEALER_B);
    }

    @AfterEach
    void stopNetwork() {
        network.close();
    }

    @ParameterizedTest(name = "A registrar that goes silent after {0} delays a transfer by less than a minute")
    @DisplayName("A finalising registrar that goes silent for ever delays a transfer by less than a minute")
    @EnumSource(
            value = Misconduct.Manner.class,
            names = {"NOTARISE_AND_DIE", "RECORD_AND_DIE"})
    void anotherRegistrarCompletesWhatADeadOneHasNotarised(Misconduct.Manner manner) {
        try (Misconduct.Spell spell = Misconduct.firstFinaliser(manner)) {
            assertThat(spell).isNotNull();
            long begin = System.nanoTime();
            TransactionReceipt receipt = network.transfer(DEALER_A, "ALPHA", "60", DEALER_B);
            assertThat(Misconduct.diedWith()).containsValue(receipt.getTransactionId());
            network.recorded(receipt, DEALER_B, REGULATOR);
            network.recorded(receipt, survivors());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
            assertThat(network.held(DEALER_A, "ALPHA")).isEqualByComparingTo("40");
            assertThat(network.held(DEALER_B, "ALPHA")).isEqualByComparingTo("70");
        }
        assertNothingIsOpen();
        network.recorded(network.transfer(DEALER_A, "ALPHA", "40", DEALER_B), DEALER_B);
        network.recorded(network.transfer(DEALER_B, "ALPHA", "110", DEALER_A), DEALER_A);
    }

    @Test
    @DisplayName("With the proposer dead too, a registrar that has voted completes what the finaliser has notarised")
    void aRegistrarCompletesOnItsOwnWhenTheProposerIsDeadToo() {
        try (Misconduct.Spell spell = Misconduct.firstFinaliser(Misconduct.Manner.NOTARISE_AND_DIE)) {
            assertThat(spell).isNotNull();
            SecureHash transfer = proposeAndDie();
            long begin = System.nanoTime();
            assertSettled(transfer);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
        }
        assertNothingIsOpen();

        // The seller learns of it when it is back.
        network.restart(DEALER_A);
        CountersignNetwork.await("the seller records it", () -> network.holds(DEALER_A, transfer()));
        CountersignNetwork.await(
                "the seller holds the rest",
                () -> network.held(DEALER_A, "ALPHA").compareTo(new BigDecimal("40")) == 0);
        network.recorded(network.transfer(DEALER_A, "ALPHA", "40", DEALER_B), DEALER_B);
    }

    @Test
    @DisplayName("Registrars that have voted complete a transaction also after they have been down themselves")
    void aVoteSurvivesARestartOfItsRegistrar() {
        try (Misconduct.Spell spell = Misconduct.firstFinaliser(Misconduct.Manner.NOTARISE_AND_DIE)) {
            assertThat(spell).isNotNull();
            SecureHash transfer = proposeAndDie();
            for (CordaX500Name registrar : survivors()) {
                assertThat(network.holds(registrar, transfer)).isFalse();
                network.stop(registrar);
            }
            for (CordaX500Name registrar : survivors()) {
                network.restart(registrar);
            }
            assertSettled(transfer);
        }
        assertNothingIsOpen();
    }

    /** Dealer A proposes a transfer; when it is notarised, both the finaliser and dealer A are gone. */
    private SecureHash proposeAndDie() {
        network.node(DEALER_A)
                .startFlow(new TransferFlow.Initiator("ALPHA", new BigDecimal("60"), network.party(DEALER_B), null));
        CountersignNetwork.await(
                "a registrar has notarised and died",
                () -> !Misconduct.diedWith().isEmpty());
        network.stop(DEALER_A);
        return transfer();
    }

    private static SecureHash transfer() {
        return Misconduct.diedWith().values().iterator().next();
    }

    private void assertSettled(SecureHash transfer) {
        CountersignNetwork.await("the buyer records it", () -> network.holds(DEALER_B, transfer));
        CountersignNetwork.await("the regulator records it", () -> network.holds(REGULATOR, transfer));
        for (CordaX500Name registrar : survivors()) {
            CountersignNetwork.await(registrar + " records it", () -> network.holds(registrar, transfer));
            assertThat(network.observed(registrar, "ALPHA", DEALER_A)).isEqualByComparingTo("40");
            assertThat(network.observed(registrar, "ALPHA", DEALER_B)).isEqualByComparingTo("70");
        }
        assertThat(network.held(DEALER_B, "ALPHA")).isEqualByComparingTo("70");
    }

    private static CordaX500Name[] survivors() {
        return AUTHORITIES.stream()
                .filter(authority -> !Misconduct.diedWith().containsKey(authority))
                .toArray(CordaX500Name[]::new);
    }

    /** The registrars that live keep no vote for what is final. */
    private void assertNothingIsOpen() {
        for (CordaX500Name registrar : survivors()) {
            CountersignNetwork.await(registrar + " keeps no vote", () -> votesKept(registrar) == 0);
        }
    }

    private long votesKept(CordaX500Name registrar) {
        return network.node(registrar).transaction(() -> {
            try (Statement statement =
                            network.node(registrar).getServices().jdbcSession().createStatement();
                    ResultSet count = statement.executeQuery("select count(*) from countersign_verdict")) {
                count.next();
                return count.getLong(1);
            } catch (SQLException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }
}
