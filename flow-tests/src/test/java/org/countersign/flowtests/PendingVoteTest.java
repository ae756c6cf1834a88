package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.AttackNetwork.attested;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a registrar remembers of its votes while nothing is final: for which transaction, and whether it has left. */
@ExtendWith(AttackNetwork.class)
class PendingVoteTest {
    private static final CordaX500Name ASKING = AUTHORITIES.get(0);
    private static final CordaX500Name VOTER = AUTHORITIES.get(1);
    private static final CordaX500Name OTHER = AUTHORITIES.get(2);

    private static SignedTransaction transfer(String symbol, long units) {
        return transfer(symbol, Collections.singletonList(holding(DEALER_A, symbol)), units);
    }

    private static SignedTransaction transfer(String symbol, List<StateAndRef<SecurityToken>> holdings, long units) {
        return attested(
                DEALER_A,
                network()
                        .run(
                                DEALER_A,
                                new HostileFlows.Forge(
                                        new HostileFlows.Draft(
                                                symbol,
                                                holdings,
                                                units,
                                                network().party(DEALER_A),
                                                network().party(DEALER_A)),
                                        HostileFlows.none())));
    }

    private static AttestationAnswer vote(CordaX500Name registrar, SignedTransaction transaction) {
        return network()
                .run(ASKING, new RequestVoteFlow(network().party(registrar), transaction))
                .to(Aspect.OWNERSHIP);
    }

    /** Has a registrar try to finalise while nobody else votes. */
    private static void finaliseInVain(CordaX500Name registrar, SignedTransaction transaction) {
        CordaX500Name[] others = AUTHORITIES.stream()
                .filter(authority -> !authority.equals(registrar))
                .toArray(CordaX500Name[]::new);
        try (Misconduct.Spell mute =
                Misconduct.of(Misconduct.VoteResponder.class, Misconduct.Manner.THROW_AT_ONCE, others)) {
            assertThat(mute).isNotNull();
            assertThat(network()
                            .run(DEALER_A, new RequestFinalityFlow(network().party(registrar), transaction))
                            .getSignatures())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A vote that has left is not given up, not even by its registrar's own vain attempt to finalise")
    void aVoteThatHasLeftStands() {
        given("VOTED", "100", DEALER_A);
        SignedTransaction first = transfer("VOTED", 10);
        SignedTransaction second = transfer("VOTED", 20);
        assertThat(vote(VOTER, first).getSignature()).isNotNull();
        finaliseInVain(VOTER, first);
        assertThat(vote(VOTER, second).getRefusal().getReason()).contains("Another transaction in flight claims input");
        // For the same transaction it votes as often as it is asked.
        assertThat(vote(VOTER, first).getSignature()).isNotNull();
    }

    @Test
    @DisplayName("A registrar that finds no quorum gives up what it claimed, since its vote has not left")
    void aVoteThatHasNotLeftIsGivenUp() {
        given("UNVOTED", "100", DEALER_A);
        SignedTransaction first = transfer("UNVOTED", 10);
        SignedTransaction second = transfer("UNVOTED", 20);
        finaliseInVain(OTHER, first);
        assertThat(vote(OTHER, second).getSignature()).isNotNull();
        assertThat(vote(OTHER, first).getRefusal().getReason()).contains("Another transaction in flight claims input");
    }

    @Test
    @DisplayName("A vote ends when the register shows that another transaction has spent one of its holdings")
    void aVoteEndsWhenTheLedgerShowsARivalFinal() {
        given("RIVAL", "100", DEALER_A);
        StateAndRef<SecurityToken> one = holding(DEALER_A, "RIVAL");
        network().recorded(network().issue("RIVAL", "50", DEALER_A), DEALER_A, VOTER, OTHER, ASKING);
        StateAndRef<SecurityToken> two = AttackNetwork.holdings(DEALER_A, "RIVAL").stream()
                .filter(holding -> !holding.getRef().equals(one.getRef()))
                .findFirst()
                .get();
        SignedTransaction both = transfer("RIVAL", Arrays.asList(one, two), 150);
        SignedTransaction rival = transfer("RIVAL", Collections.singletonList(one), 100);
        SignedTransaction other = transfer("RIVAL", Collections.singletonList(two), 50);
        assertThat(vote(VOTER, both).getSignature()).isNotNull();
        assertThat(vote(VOTER, other).getRefusal().getReason()).contains("Another transaction in flight claims input");

        assertThat(network()
                        .run(DEALER_A, new RequestFinalityFlow(network().party(OTHER), rival))
                        .getSignatures())
                .isNotEmpty();
        CountersignNetwork.await("the voter has the rival", () -> network().holds(VOTER, rival.getId()));
        assertThat(vote(VOTER, other).getSignature()).isNotNull();
    }

    @Test
    @DisplayName("Of two securities with one ISIN that are registered at the same time a registrar votes for one")
    void anIsinIsClaimedOnce() {
        Isin isin = new Isin("GB0002634946");
        SignedTransaction first = registration("ISIN.ONE", isin);
        SignedTransaction second = registration("ISIN.TWO", isin);
        SignedTransaction third = registration("ISIN.ONE", null);
        assertThat(vote(VOTER, first).getSignature()).isNotNull();
        assertThat(vote(VOTER, second).getRefusal().getReason())
                .contains("Another transaction in flight claims isin GB0002634946");
        assertThat(vote(VOTER, third).getRefusal().getReason())
                .contains("Another transaction in flight claims symbol ISIN.ONE");
        assertThat(vote(OTHER, second).getSignature()).isNotNull();
    }

    private static SignedTransaction registration(String symbol, Isin isin) {
        SecurityTerms terms =
                new SecurityTerms(symbol, isin, symbol + " plc", "GBP", new BigDecimal("0.05"), BigDecimal.TEN, 0);
        return network()
                .run(
                        ISSUER,
                        new HostileFlows.Define(
                                terms,
                                network()
                                        .node(ISSUER)
                                        .transaction(() -> Collections.singletonList(Committees.named(
                                                        network().node(ISSUER).getServices(), "registrars")
                                                .get(0)))));
    }
}
