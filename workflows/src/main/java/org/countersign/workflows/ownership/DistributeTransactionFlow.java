package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.KnownHistory;
import org.countersign.workflows.validation.ReportSeals;

/**
 * Gives one recipient a final transaction, after the public facts that it builds on.
 *
 * <p>Steps: send the transaction with the seals of those who attested it, and name the public facts; receive which of
 * them the recipient cannot take as it is; send those with their history. A recipient that has all that it needs to
 * verify the transaction has recorded it when it answers, and the talk is over with one message each way. Public facts
 * (definitions and committees) are recorded by everybody; holdings by those they concern, and by registrars and their
 * observers in full. The recipient decides by its own role what it records, and takes transactions only from a
 * registrar that attested them.
 *
 * <p>Neither side keeps a checkpoint while the message is on its way: after a restart the talk begins anew, and a
 * recipient that has recorded the transaction says so.
 */
@InitiatingFlow
@StartableByService
public final class DistributeTransactionFlow extends FlowLogic<Void> {
    private final Party recipient;
    private final List<SecureHash> publicFacts;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param recipient who receives
     * @param publicFacts ids of the transactions that created the definitions and committees in use, oldest first
     * @param transaction the final transaction
     */
    public DistributeTransactionFlow(Party recipient, List<SecureHash> publicFacts, SignedTransaction transaction) {
        this.recipient = recipient;
        this.publicFacts = new ArrayList<>(publicFacts);
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        FlowSession session = initiateFlow(recipient);
        Consignment wanted = session.sendAndReceive(
                        Consignment.class,
                        new Consignment(
                                publicFacts,
                                transaction.getId(),
                                transaction,
                                ReportSeals.of(getServiceHub(), transaction.getId())),
                        true)
                .unwrap(received -> received);
        for (SecureHash fact : publicFacts) {
            if (wanted.getPublicFacts().contains(fact)) {
                subFlow(new SendTransactionFlow(
                        session, getServiceHub().getValidatedTransactions().getTransaction(fact)));
            }
        }
        if (wanted.getTransaction() != null) {
            subFlow(new SendTransactionFlow(session, transaction));
        }
        return null;
    }

    /** What is offered, and in the answer what of it is wanted. */
    @CordaSerializable
    public static final class Consignment {
        private final List<SecureHash> publicFacts;
        private final SecureHash transaction;
        private final SignedTransaction enclosed;
        private final List<ReportSeal> seals;

        /**
         * Creates a list of what is wanted.
         *
         * @param publicFacts ids of public facts
         * @param transaction the id of the final transaction, or null if it is not wanted
         */
        public Consignment(List<SecureHash> publicFacts, SecureHash transaction) {
            this(publicFacts, transaction, null, Collections.emptyList());
        }

        /**
         * Creates an offer.
         *
         * @param publicFacts ids of public facts
         * @param transaction the id of the final transaction
         * @param enclosed the final transaction itself, or null
         * @param seals of those who attested it
         */
        @ConstructorForDeserialization
        public Consignment(
                List<SecureHash> publicFacts,
                SecureHash transaction,
                SignedTransaction enclosed,
                List<ReportSeal> seals) {
            this.publicFacts = Collections.unmodifiableList(new ArrayList<>(publicFacts));
            this.transaction = transaction;
            this.enclosed = enclosed;
            this.seals = Collections.unmodifiableList(new ArrayList<>(seals));
        }

        /** The ids of public facts. */
        public List<SecureHash> getPublicFacts() {
            return publicFacts;
        }

        /** The id of the final transaction, or null. */
        public SecureHash getTransaction() {
            return transaction;
        }

        /** The final transaction itself, or null. */
        public SignedTransaction getEnclosed() {
            return enclosed;
        }

        /** The seals of those who attested it. */
        public List<ReportSeal> getSeals() {
            return seals;
        }
    }

    /** The recipient's side. */
    @InitiatedBy(DistributeTransactionFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the sender
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            Consignment offered = session.receive(Consignment.class, true).unwrap(received -> received);
            FactsHere here = getServiceHub().cordaService(FactsHere.class);
            List<SecureHash> facts =
                    offered.getPublicFacts().stream().filter(here::isLacking).collect(Collectors.toList());
            boolean wanted = !offered.getPublicFacts().contains(offered.getTransaction())
                    && RecordedStates.isLacking(getServiceHub(), getOurIdentity(), offered.getTransaction());
            if (canTake(offered, facts)) {
                take(facts, wanted ? offered.getEnclosed() : null);
                keepSeals(offered);
                session.send(new Consignment(Collections.emptyList(), null), true);
                return null;
            }
            session.send(new Consignment(facts, wanted ? offered.getTransaction() : null));
            for (int fact = 0; fact < facts.size(); fact++) {
                subFlow(new ReceiveAttestedFlow(session, StatesToRecord.ALL_VISIBLE, true, null));
            }
            if (wanted) {
                receive(null);
            }
            keepSeals(offered);
            return null;
        }

        // Also with a transaction that is here already, as its proposer's is: not all of its seals need be.
        private void keepSeals(Consignment offered) {
            SignedTransaction known = stored(offered.getTransaction());
            if (known != null && known.getCoreTransaction() instanceof WireTransaction) {
                ReportSeals.record(getServiceHub(), known, offered.getSeals());
            }
        }

        // The facts that are not in the vault may be in storage, as dependencies of what has come before.
        private boolean canTake(Consignment offered, List<SecureHash> facts) {
            SignedTransaction enclosed = offered.getEnclosed();
            return enclosed != null
                    && enclosed.getId().equals(offered.getTransaction())
                    && KnownHistory.isComplete(getServiceHub(), enclosed)
                    && facts.stream().allMatch(fact -> stored(fact) != null);
        }

        @Suspendable
        private void take(List<SecureHash> facts, SignedTransaction enclosed) throws FlowException {
            for (SecureHash fact : facts) {
                subFlow(new ReceiveAttestedFlow(session, StatesToRecord.ALL_VISIBLE, true, stored(fact)));
            }
            if (enclosed != null) {
                receive(enclosed);
            }
        }

        @Suspendable
        private void receive(SignedTransaction enclosed) throws FlowException {
            SignedTransaction settled = subFlow(new ReceiveAttestedFlow(
                    session, RecordedStates.scope(getServiceHub(), getOurIdentity()), false, enclosed));
            FinalityHeard.compare(getServiceHub(), getOurIdentity(), settled);
        }

        private SignedTransaction stored(SecureHash id) {
            return getServiceHub().getValidatedTransactions().getTransaction(id);
        }
    }
}
