package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
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
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.KnownHistory;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.register.HoldersRegister;
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
            List<SecureHash> facts =
                    offered.getPublicFacts().stream().filter(this::lacksFact).collect(Collectors.toList());
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
                subFlow(new ReceiveAttested(session, StatesToRecord.ALL_VISIBLE, true, null));
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
                subFlow(new ReceiveAttested(session, StatesToRecord.ALL_VISIBLE, true, stored(fact)));
            }
            if (enclosed != null) {
                receive(enclosed);
            }
        }

        @Suspendable
        private void receive(SignedTransaction enclosed) throws FlowException {
            subFlow(new ReceiveAttested(
                    session,
                    RecordedStates.areAll(getServiceHub(), getOurIdentity())
                            ? StatesToRecord.ALL_VISIBLE
                            : StatesToRecord.ONLY_RELEVANT,
                    false,
                    enclosed));
        }

        private SignedTransaction stored(SecureHash id) {
            return getServiceHub().getValidatedTransactions().getTransaction(id);
        }

        // A fact can be in storage as another transaction's dependency without being in the vault.
        private boolean lacksFact(SecureHash fact) {
            SignedTransaction known = stored(fact);
            return known == null || !RecordedStates.anyInVault(getServiceHub(), known);
        }
    }

    /** Receives a transaction, and records it only if the sender is one who may send it. */
    private static final class ReceiveAttested extends ReceiveFinalFlow {
        private final boolean publicFact;

        private ReceiveAttested(
                FlowSession session, StatesToRecord statesToRecord, boolean publicFact, SignedTransaction enclosed) {
            super(session, statesToRecord, enclosed);
            this.publicFact = publicFact;
        }

        @Override
        protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
            if (!(stx.getCoreTransaction() instanceof WireTransaction)) {
                throw refused(stx, "it is no ordinary transaction");
            }
            if (publicFact) {
                for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
                    if (!isPublic(output.getData())) {
                        throw refused(stx, "it is announced as a public fact and is none");
                    }
                }
            }
            if (!senderMaySend(stx, sender.getCounterparty())) {
                throw refused(stx, sender.getCounterparty().getName().getOrganisation() + " did not attest it");
            }
            try {
                new HoldersRegister(getServiceHub()).check(stx);
            } catch (RegisterException broken) {
                throw refused(stx, "it does not fit the register: " + broken.getMessage());
            }
        }

        private boolean senderMaySend(SignedTransaction stx, Party sender) throws FlowException {
            for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
                if (output.getData() instanceof CommitteeState) {
                    // A committee is public and proves itself; whoever knows it may pass it on.
                    return Committees.isTrusted(getServiceHub(), (CommitteeState) output.getData());
                }
            }
            if (!concernsSecurity(stx)) {
                return false;
            }
            for (Command<?> command : stx.getTx().getCommands()) {
                if (command.getValue() instanceof Attest
                        && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                    CommitteeState registrars = (CommitteeState) getServiceHub()
                            .loadState(((Attest) command.getValue()).getCommittee())
                            .getData();
                    return registrars.seatOf(sender).isPresent() && Committees.isTrusted(getServiceHub(), registrars);
                }
            }
            return false;
        }

        // Only then have the ledger's rules been run, which say whose signature an attestation needs.
        private boolean concernsSecurity(SignedTransaction stx) throws FlowException {
            for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
                if (isSecurity(output.getData())) {
                    return true;
                }
            }
            for (StateRef input : stx.getTx().getInputs()) {
                if (isSecurity(getServiceHub().loadState(input).getData())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isSecurity(ContractState state) {
            return state instanceof SecurityToken || state instanceof SecurityDefinitionState;
        }

        private static boolean isPublic(ContractState state) {
            return state instanceof SecurityDefinitionState || state instanceof CommitteeState;
        }

        private static WorkflowException refused(SignedTransaction stx, String why) {
            return new WorkflowException(
                    "The transaction " + stx.getId() + " is not recorded: " + why + ".",
                    "Only a registrar of the security distributes its transactions.");
        }
    }
}
