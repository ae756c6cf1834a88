package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.WorkflowException;

/**
 * Asks one recipient which of several final transactions it still lacks, and gives it those. A registrar that has voted
 * so makes sure that what another one has made final has reached everybody: the other one may have died, or left
 * somebody out, between one delivery and the next.
 *
 * <p>Steps: name the transactions; receive which of them the recipient lacks; distribute each of those
 * ({@link DistributeTransactionFlow}). Neither side keeps a checkpoint while the other is waited for: after a restart
 * the offer is made again.
 */
@InitiatingFlow
@StartableByService
public final class OfferTransactionsFlow extends FlowLogic<Void> {
    private final Party recipient;
    private final List<SecureHash> transactions;

    /**
     * Creates the flow.
     *
     * @param recipient who is asked
     * @param transactions ids of final transactions that this node holds and the recipient must hold, at most
     *     {@value Offer#MOST}
     */
    public OfferTransactionsFlow(Party recipient, Collection<SecureHash> transactions) {
        this.recipient = recipient;
        this.transactions = new ArrayList<>(transactions);
    }

    /** As many flows as it takes for offers of a bounded length. */
    static List<OfferTransactionsFlow> of(Party recipient, List<SecureHash> transactions) {
        List<OfferTransactionsFlow> flows = new ArrayList<>();
        for (int from = 0; from < transactions.size(); from += Offer.MOST) {
            flows.add(new OfferTransactionsFlow(
                    recipient, transactions.subList(from, Math.min(transactions.size(), from + Offer.MOST))));
        }
        return flows;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        Offer lacking = initiateFlow(recipient)
                .sendAndReceive(Offer.class, new Offer(transactions), true)
                .unwrap(received -> received);
        for (int index = 0; index < transactions.size(); index++) {
            if (lacking.getTransactions().contains(transactions.get(index))) {
                getLogger().info("{} lacks transaction {}; it is delivered.", recipient, transactions.get(index));
                SignedTransaction settled =
                        getServiceHub().getValidatedTransactions().getTransaction(transactions.get(index));
                subFlow(new DistributeTransactionFlow(recipient, Recipients.publicFacts(settled), settled));
            }
        }
        return null;
    }

    /** Which transactions are offered, and in the answer which of them are lacking. */
    @CordaSerializable
    public static final class Offer {
        /** How many transactions one offer can name. */
        public static final int MOST = 500;

        private final List<SecureHash> transactions;

        /**
         * Creates a list.
         *
         * @param transactions ids of final transactions
         */
        public Offer(List<SecureHash> transactions) {
            this.transactions = Collections.unmodifiableList(new ArrayList<>(transactions));
        }

        /** Ids of final transactions. */
        public List<SecureHash> getTransactions() {
            return transactions;
        }
    }

    /** The recipient's side. */
    @InitiatedBy(OfferTransactionsFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the registrar
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            Offer offer = session.receive(Offer.class, true).unwrap(received -> received);
            if (offer.getTransactions().size() > Offer.MOST) {
                throw new WorkflowException(
                        "The offer names " + offer.getTransactions().size() + " transactions.",
                        "Offer at most " + Offer.MOST + " at a time.");
            }
            session.send(
                    new Offer(offer.getTransactions().stream()
                            .filter(transaction ->
                                    RecordedStates.isLacking(getServiceHub(), getOurIdentity(), transaction))
                            .collect(Collectors.toList())),
                    true);
            return null;
        }
    }
}
