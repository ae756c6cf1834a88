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
import static org.countersign.flowtests.CountersignNetwork.OTHER_NOTARY;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.AbstractStateReplacementFlow;
import net.corda.core.flows.NotaryChangeFlow;
import net.corda.core.flows.NotaryException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.testing.node.StartedMockNode;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.InsufficientHoldingException;
import org.countersign.workflows.holding.ProposalRefusedException;
import org.countersign.workflows.holding.TradeTerms;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attacks by way of the notary, of observers' records, and around the registrars. */
@ExtendWith(AttackNetwork.class)
class PlatformAttackTest {
    private static Party party(CordaX500Name name) {
        return network().party(name);
    }

    private static SignedTransaction forged(
            CordaX500Name attacker, String symbol, StateAndRef<SecurityToken> input, long units) {
        return network()
                .run(
                        attacker,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(symbol, input, units, party(attacker), party(attacker)),
                                HostileFlows.none()));
    }

    private static SignedTransaction attested(CordaX500Name attacker, SignedTransaction transaction) {
        List<TransactionSignature> attestations = AUTHORITIES.stream()
                .map(authority -> network()
                        .ask(attacker, authority, Aspect.IDENTITY, transaction)
                        .getSignature())
                .collect(Collectors.toList());
        assertThat(attestations).doesNotContainNull();
        return transaction.withAdditionalSignatures(attestations);
    }

    @Test
    @Tag("attack-11")
    @DisplayName(
            "11. An authority that is deceived about an input gains the attacker nothing: registrars see the input")
    void anotherHoldersInputIsRefusedByTheRegistrars() {
        given("INPUT", "100", DEALER_A);
        // Dealer A knows what dealer B holds, since it had it before.
        network().recorded(network().transfer(DEALER_A, "INPUT", "100", DEALER_B), DEALER_B);
        // The tear-off shows a transfer of dealer A's to itself; the input is dealer B's.
        SignedTransaction deceiving = attested(DEALER_A, forged(DEALER_A, "INPUT", holding(DEALER_B, "INPUT"), 100));
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network().run(DEALER_A, new RequestFinalityFlow(party(registrar), deceiving));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString()).contains("current owners of the tokens being moved");
        }
        assertUntouched(DEALER_B, "INPUT", "100", DEALER_A);
    }

    @Test
    @Tag("attack-20")
    @DisplayName("20. A holding that was moved to another notary cannot be transferred until it is moved back")
    void aHoldingAtAnotherNotaryDoesNotMove() {
        given("NOTARY", "100", DEALER_A);
        StateAndRef<? extends SecurityToken> moved = network()
                .run(
                        DEALER_A,
                        new NotaryChangeFlow<>(
                                holding(DEALER_A, "NOTARY"),
                                network().notary(OTHER_NOTARY),
                                AbstractStateReplacementFlow.Instigator.Companion.tracker()));
        assertThat(moved.getState().getNotary().getName()).isEqualTo(OTHER_NOTARY);
        assertThatThrownBy(() -> network().transfer(DEALER_A, "NOTARY", "10", DEALER_B))
                .hasMessageContaining("is at the notary Other Notary, its security at Notary");
        network()
                .run(
                        DEALER_A,
                        new NotaryChangeFlow<>(
                                holding(DEALER_A, "NOTARY"),
                                network().notary(CountersignNetwork.NOTARY),
                                AbstractStateReplacementFlow.Instigator.Companion.tracker()));
        assertUntouched(DEALER_A, "NOTARY", "100", DEALER_B);
    }

    @Test
    @Tag("attack-24")
    @DisplayName("24. The notary burns no holding whose holder and committees have not signed")
    void aKnownReferenceIsNotBurnt() {
        given("BURN", "100", DEALER_A);
        // Dealer A knows what dealer B holds, since it had it before.
        network().recorded(network().transfer(DEALER_A, "BURN", "100", DEALER_B), DEALER_B);
        SignedTransaction burning = forged(DEALER_A, "BURN", holding(DEALER_B, "BURN"), 100);
        assertThatThrownBy(() -> network().run(DEALER_A, new HostileFlows.Notarise(burning)))
                .hasCauseInstanceOf(NotaryException.class);
        assertUntouched(DEALER_B, "BURN", "100", DEALER_A);
    }

    @Test
    @Tag("attack-29")
    @DisplayName("29. No transfer passes the notary without the registrars")
    void theRegisterCannotBeLeftOut() {
        given("AROUND", "100", DEALER_A);
        SignedTransaction around = attested(DEALER_A, forged(DEALER_A, "AROUND", holding(DEALER_A, "AROUND"), 10));
        assertThatThrownBy(() -> network().run(DEALER_A, new HostileFlows.Notarise(around)))
                .hasCauseInstanceOf(NotaryException.class)
                .hasMessageContaining("Missing signatures");
        assertUntouched(DEALER_A, "AROUND", "100", DEALER_B);
    }

    @Test
    @Tag("attack-29")
    @DisplayName("29. A proposer that finalises by hand leaves out neither the regulator nor a registrar")
    void theRegulatorCannotBeLeftOut() {
        given("OBSERVE", "100", DEALER_A);
        SignedTransaction quiet = attested(DEALER_A, forged(DEALER_A, "OBSERVE", holding(DEALER_A, "OBSERVE"), 10));
        FinalityAnswer answer = network().run(DEALER_A, new RequestFinalityFlow(party(AUTHORITIES.get(0)), quiet));
        assertThat(answer.getSignatures()).isNotEmpty();
        for (CordaX500Name observer :
                new CordaX500Name[] {REGULATOR, AUTHORITIES.get(0), AUTHORITIES.get(1), AUTHORITIES.get(2)}) {
            CountersignNetwork.await(observer + " has it", () -> network().holds(observer, quiet.getId()));
        }
    }

    @Test
    @Tag("attack-27")
    @DisplayName("27. What a regulator observes it cannot spend, by its flows or by hand")
    void observedHoldingsAreNotSpent() {
        given("WATCH", "100", DEALER_B);
        CountersignNetwork.await(
                "the regulator observes",
                () -> network().observed(REGULATOR, "WATCH", DEALER_B).signum() > 0);
        assertThatThrownBy(() -> network().transfer(REGULATOR, "WATCH", "10", DEALER_A))
                .hasCauseInstanceOf(InsufficientHoldingException.class);
        SignedTransaction spending = forged(REGULATOR, "WATCH", holding(DEALER_B, "WATCH"), 100);
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer = network().run(REGULATOR, new RequestFinalityFlow(party(registrar), spending));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString()).contains("current owners of the tokens being moved");
        }
        assertUntouched(DEALER_B, "WATCH", "100", DEALER_A);
    }

    @Test
    @Tag("attack-27")
    @DisplayName("27. A regulator signs nothing for others")
    void aRegulatorSignsNothing() {
        given("MUTE", "100", DEALER_A);
        StateAndRef<SecurityToken> holding = holding(DEALER_A, "MUTE");
        TradeTerms terms = new TradeTerms(
                "MUTE",
                HostileFlows.amount(holding.getState().getData().getIssuedTokenType(), 10),
                null,
                java.util.Collections.emptyList());
        assertThatThrownBy(() -> network()
                        .run(
                                DEALER_A,
                                new HostileFlows.ProposeTransfer(
                                        party(REGULATOR),
                                        terms,
                                        new HostileFlows.Draft("MUTE", holding, 10, party(DEALER_A), party(DEALER_B)),
                                        HostileFlows.none())))
                .hasCauseInstanceOf(ProposalRefusedException.class)
                .hasMessageContaining("does not ask for this member's signature");
        assertUntouched(DEALER_A, "MUTE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. Members other than parties, authorities, registrars and regulator hold nothing of a transfer")
    void othersHoldNothing() {
        given("SECRET", "100", DEALER_A);
        int issuersBefore = transactionsOf(ISSUER);
        int outsidersBefore = transactionsOf(OUTSIDER);
        TransactionReceipt moved = network().transfer(DEALER_A, "SECRET", "40", DEALER_B);
        network().recorded(moved, DEALER_A, DEALER_B, REGULATOR);
        network().recorded(moved, AUTHORITIES.toArray(new CordaX500Name[0]));
        // Deliveries to others would have been launched together with these, and so before the ones of a second
        // transfer.
        TransactionReceipt second = network().transfer(DEALER_B, "SECRET", "40", DEALER_A);
        network().recorded(second, DEALER_A, DEALER_B, REGULATOR);
        network().recorded(second, AUTHORITIES.toArray(new CordaX500Name[0]));
        for (CordaX500Name other : new CordaX500Name[] {ISSUER, OUTSIDER}) {
            assertThat(network().holds(other, moved))
                    .as(other + " has the transaction")
                    .isFalse();
            assertThat(observedBy(other, moved.getTransactionId()))
                    .as(other + " has its states")
                    .isZero();
        }
        assertThat(transactionsOf(OUTSIDER)).isEqualTo(outsidersBefore);
        assertThat(transactionsOf(ISSUER)).isEqualTo(issuersBefore);
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. A buyer sees where its holding comes from, and nothing else that the seller has")
    void theBackChainTellsOfWhatWasBoughtOnly() {
        network().register("CHAIN", "1000");
        TransactionReceipt first = network().recorded(network().issue("CHAIN", "100", DEALER_A), DEALER_A);
        TransactionReceipt second = network().recorded(network().issue("CHAIN", "70", DEALER_A), DEALER_A);
        network().recorded(network().transfer(DEALER_A, "CHAIN", "10", DEALER_B), DEALER_B);
        boolean fromFirst = network().holds(DEALER_B, first);
        boolean fromSecond = network().holds(DEALER_B, second);
        assertThat(Arrays.asList(fromFirst, fromSecond)).containsExactlyInAnyOrder(true, false);
        assertThat(network().observed(DEALER_B, "CHAIN", DEALER_A)).isZero();
    }

    private static int transactionsOf(CordaX500Name member) {
        StartedMockNode node = network().node(member);
        return node.transaction(() -> node.getServices()
                .getValidatedTransactions()
                .track()
                .getSnapshot()
                .size());
    }

    private static long observedBy(CordaX500Name member, SecureHash transaction) {
        StartedMockNode node = network().node(member);
        return node.transaction(() -> node
                .getServices()
                .getVaultService()
                .queryBy(
                        net.corda.core.contracts.ContractState.class,
                        new net.corda.core.node.services.vault.QueryCriteria.VaultQueryCriteria(
                                net.corda.core.node.services.Vault.StateStatus.ALL),
                        new net.corda.core.node.services.vault.PageSpecification(1, 1_000))
                .getStates()
                .stream()
                .filter(state -> state.getRef().getTxhash().equals(transaction))
                .count());
    }

    @Test
    @Tag("attack-28")
    @DisplayName("28. Nobody but a registrar delivers a transaction, and nobody records what a stranger delivers")
    void aStrangersDeliveryIsNotRecorded() {
        given("DELIVER", "100", DEALER_A);
        TransactionReceipt moved = network().transfer(DEALER_A, "DELIVER", "40", DEALER_B);
        network().recorded(moved, DEALER_B);
        SignedTransaction transaction = network()
                .node(DEALER_A)
                .getServices()
                .getValidatedTransactions()
                .getTransaction(moved.getTransactionId());
        network()
                .run(
                        DEALER_A,
                        new DistributeTransactionFlow(party(OUTSIDER), java.util.Collections.emptyList(), transaction));
        CountersignNetwork.await(
                "the delivery is refused",
                () -> Misconduct.refused("Outsider: The transaction " + moved.getTransactionId()
                        + " is not recorded: Dealer A did not attest it."));
        assertThat(network().holds(OUTSIDER, moved)).isFalse();
    }
}
