package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.OfferTransactionsFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registrar dies with a notarised transaction that nobody else has. */
class FinaliserFailureScenarioTest {
    private static final int REGISTRAR_TIMEOUT_SECONDS = 8;

    /**
     * What is waited for is scaled, the work is not: by default a proposer waits 20 seconds and the first voter 25,
     * here 8 and 10. The 15 seconds that this saves at most are taken off the promised minute.
     */
    private static final Duration PROMISED = Duration.ofMinutes(1).minusSeconds(15);

    private CountersignNetwork network;

    @BeforeEach
    void startNetwork() {
        network = CountersignNetwork.start(
                Collections.emptyList(),
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

    @ParameterizedTest(name = "16. A registrar that goes silent after {0} delays a transfer by less than a minute")
    @Tag("attack-16")
    @DisplayName("16. A finalising registrar that goes silent for ever delays a transfer by less than a minute")
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
    @Tag("attack-16")
    @DisplayName(
            "16. With the proposer dead too, a registrar that has voted completes what the finaliser has notarised")
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
    @Tag("attack-29")
    @DisplayName("29. What a finaliser that died had delivered to registrars only, they deliver to the others")
    void whatWasNotDeliveredIsMadeUpFor() {
        try (Misconduct.Spell spell = Misconduct.firstFinaliser(Misconduct.Manner.TELL_REGISTRARS_AND_DIE)) {
            assertThat(spell).isNotNull();
            SecureHash transfer = proposeAndDie();
            assertThat(network.holds(survivors()[0], transfer)).isTrue();
            assertThat(network.holds(REGULATOR, transfer)).isFalse();
            long begin = System.nanoTime();
            assertSettled(transfer);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
        }
        assertNothingIsOpen();

        // An offer is bounded.
        List<SecureHash> many = Collections.nCopies(OfferTransactionsFlow.Offer.MOST + 1, transfer());
        assertThatThrownBy(() -> network.run(REGULATOR, new OfferTransactionsFlow(network.party(DEALER_B), many)))
                .hasMessageContaining("The offer names 501 transactions.");
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. A registrar stands by its vote and by its refusal, and completes what it has voted for")
    void aRegistrarsWordStands() {
        CordaX500Name voter = AUTHORITIES.get(0);
        CordaX500Name asker = AUTHORITIES.get(1);
        SignedTransaction first = attested(10);
        SignedTransaction second = attested(20);
        assertThat(vote(asker, voter, first).getSignature()).isNotNull();
        FinalityAnswer answer = network.run(DEALER_A, new RequestFinalityFlow(network.party(voter), second));
        assertThat(answer.getRefusals().toString()).contains("Another transaction in flight claims");
        assertThat(vote(asker, voter, first).getSignature()).isNotNull();

        // The asker has done nothing with the vote, and the proposer asks nobody.
        for (CordaX500Name member : AUTHORITIES) {
            CountersignNetwork.await(member + " records it", () -> network.holds(member, first.getId()));
        }
        CountersignNetwork.await("the regulator records it", () -> network.holds(REGULATOR, first.getId()));
        assertThat(vote(asker, voter, first).getSignature()).isNotNull();
        assertThat(vote(asker, voter, second).getRefusal().getReason())
                .contains("Another transaction in flight claims");
        assertThat(vote(DEALER_A, voter, first).getRefusal().getReason())
                .contains("Votes are given to registrars of the same committee only");
        assertNothingIsOpen();
    }

    private AttestationAnswer vote(CordaX500Name asker, CordaX500Name voter, SignedTransaction transaction) {
        return network.run(asker, new RequestVoteFlow(network.party(voter), transaction))
                .to(Aspect.OWNERSHIP);
    }

    /** A transfer from dealer A to itself which its identity committee has attested. */
    private SignedTransaction attested(long units) {
        SignedTransaction signed = network.run(
                DEALER_A,
                new HostileFlows.Forge(
                        new HostileFlows.Draft(
                                "ALPHA", holding(), units, network.party(DEALER_A), network.party(DEALER_A)),
                        HostileFlows.none()));
        return network.run(DEALER_A, new HostileFlows.HaveAttested(signed));
    }

    private StateAndRef<SecurityToken> holding() {
        return network.node(DEALER_A)
                .transaction(() -> network.node(DEALER_A)
                        .getServices()
                        .getVaultService()
                        .queryBy(SecurityToken.class)
                        .getStates()
                        .get(0));
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
                .startFlow(new TransferFlow.Initiator("ALPHA", new BigDecimal("60"), network.party(DEALER_B)));
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
                    ResultSet count = statement.executeQuery(
                            "select count(*) from countersign_verdict where refusal_code is null")) {
                count.next();
                return count.getLong(1);
            } catch (SQLException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }
}
