package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.countersign.workflows.ownership.DistributeTransactionFlow.Consignment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a recipient does with a final transaction that is enclosed in the offer of it. */
@ExtendWith(AttackNetwork.class)
class DistributionTest {
    @BeforeAll
    static void letARegistrarOfferByHand() {
        network().node(OUTSIDER).registerInitiatedFlow(Offer.class, DistributeTransactionFlow.Handler.class);
    }

    @Test
    @DisplayName("Who has the history has recorded the transaction when it answers, and asks for nothing")
    void whoHasTheHistoryRecordsAtOnce() {
        given("ATONCE", "100", DEALER_A);
        tell(lastOf(DEALER_A, "ATONCE"));
        SignedTransaction moved = move("ATONCE");

        Consignment wanted = offer(moved.getId(), moved);

        assertThat(wanted.getTransaction()).isNull();
        assertThat(wanted.getPublicFacts()).isEmpty();
        assertThat(network().holds(OUTSIDER, moved.getId())).isTrue();
    }

    @Test
    @DisplayName("Who lacks the history asks for the transaction with its history and records nothing before")
    void whoLacksTheHistoryAsks() {
        given("LACKING", "100", DEALER_A);
        SignedTransaction moved = move("LACKING");

        Consignment wanted = offer(moved.getId(), moved);

        assertThat(wanted.getTransaction()).isEqualTo(moved.getId());
        assertThat(network().holds(OUTSIDER, moved.getId())).isFalse();
    }

    @Test
    @DisplayName("An enclosed transaction without the notary's signature is refused")
    void anEnclosedTransactionIsVerified() {
        given("UNSIGNED", "100", DEALER_A);
        tell(lastOf(DEALER_A, "UNSIGNED"));
        SignedTransaction moved = move("UNSIGNED");
        SignedTransaction unsigned = new SignedTransaction(
                moved.getTxBits(),
                moved.getSigs().stream()
                        .filter(signature -> !moved.getNotary().getOwningKey().equals(signature.getBy()))
                        .collect(Collectors.toList()));

        assertThatThrownBy(() -> offer(moved.getId(), unsigned)).hasMessageContaining("wrong or missing signature");
        assertThat(network().holds(OUTSIDER, moved.getId())).isFalse();
    }

    @Test
    @DisplayName("Another transaction than the offered one is not looked at")
    void anotherTransactionIsNotTaken() {
        given("SWAPPED", "100", DEALER_A);
        tell(lastOf(DEALER_A, "SWAPPED"));
        SignedTransaction moved = move("SWAPPED");
        SecureHash named = SecureHash.sha256("another transaction");

        assertThat(offer(named, moved).getTransaction()).isEqualTo(named);
        assertThat(network().holds(OUTSIDER, moved.getId())).isFalse();
    }

    private static SignedTransaction move(String symbol) {
        TransactionReceipt receipt = network().transfer(DEALER_A, symbol, "40", DEALER_B);
        network().recorded(receipt, DEALER_B, AUTHORITIES.get(0));
        return stored(receipt.getTransactionId());
    }

    private static SignedTransaction lastOf(net.corda.core.identity.CordaX500Name holder, String symbol) {
        return stored(AttackNetwork.holding(holder, symbol).getRef().getTxhash());
    }

    private static SignedTransaction stored(SecureHash id) {
        return network().node(DEALER_A).getServices().getValidatedTransactions().getTransaction(id);
    }

    // Everything up to here, by a registrar's own flow.
    private static void tell(SignedTransaction transaction) {
        List<SecureHash> facts = transaction.getReferences().stream()
                .map(StateRef::getTxhash)
                .distinct()
                .collect(Collectors.toList());
        network()
                .run(AUTHORITIES.get(0), new DistributeTransactionFlow(network().party(OUTSIDER), facts, transaction));
        CountersignNetwork.await(
                "the outsider knows what came before", () -> network().holds(OUTSIDER, transaction.getId()));
    }

    private static Consignment offer(SecureHash named, SignedTransaction enclosed) {
        return network()
                .run(
                        AUTHORITIES.get(0),
                        new Offer(
                                network().party(OUTSIDER),
                                new Consignment(Collections.emptyList(), named, enclosed, Collections.emptyList())));
    }

    /** The first message of a distribution and its answer. */
    @InitiatingFlow
    static final class Offer extends FlowLogic<Consignment> {
        private final Party recipient;
        private final Consignment consignment;

        Offer(Party recipient, Consignment consignment) {
            this.recipient = recipient;
            this.consignment = consignment;
        }

        @Suspendable
        @Override
        public Consignment call() throws FlowException {
            return initiateFlow(recipient)
                    .sendAndReceive(Consignment.class, consignment)
                    .unwrap(answer -> answer);
        }
    }
}
