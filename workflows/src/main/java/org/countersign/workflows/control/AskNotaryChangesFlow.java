package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import java.security.SignatureException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.NotaryChangeWireTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;

/**
 * Who is about to carry out an order asks the holder's member where the holdings are. A holder changes the notary of a
 * holding without the registrars, who so learn of it only when the holding moves next: until then their registers have
 * it at a reference that the old notary takes for spent.
 *
 * <p>Steps: name security and key; receive the latest change of notary of every holding that has one, at most
 * {@value #MOST}, with its history; verify and record them. The holder's member answers registrars of the security and
 * their observers only.
 *
 * <p>It guarantees nothing: a member that says nothing, or not all, hides where its holdings are, not that they are no
 * longer where the registrars look for them.
 */
@InitiatingFlow
@StartableByService
public final class AskNotaryChangesFlow extends FlowLogic<Integer> {
    /** How many changes of notary are told of at once. */
    public static final int MOST = 200;

    private final Party member;
    private final NotaryChangeQuery query;

    /**
     * Creates the flow.
     *
     * @param member who keeps the key
     * @param query which security and which key
     */
    public AskNotaryChangesFlow(Party member, NotaryChangeQuery query) {
        this.member = member;
        this.query = query;
    }

    /** Ends with how many changes of notary were told of. */
    @Suspendable
    @Override
    public Integer call() throws FlowException {
        FlowSession session = initiateFlow(member);
        int told = session.sendAndReceive(Integer.class, query).unwrap(received -> received);
        if (told < 0 || told > MOST) {
            throw new WorkflowException(
                    member.getName().getOrganisation() + " tells of " + told + " changes of notary.",
                    "0 to " + MOST + " can be told of at once.");
        }
        for (int change = 0; change < told; change++) {
            // What a change builds on is final, and recording it in full keeps a register gap-free.
            record(subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.ALL_VISIBLE)));
        }
        return told;
    }

    private void record(SignedTransaction change) throws FlowException {
        if (!(change.getCoreTransaction() instanceof NotaryChangeWireTransaction) || !concernsHolder(change)) {
            throw new WorkflowException(
                    "The transaction " + change.getId() + " changes the notary of no holding in question.",
                    "It is not recorded; report " + member.getName().getOrganisation() + ".");
        }
        try {
            change.resolveNotaryChangeTransaction(getServiceHub()).verifyRequiredSignatures();
        } catch (SignatureException missing) {
            throw new WorkflowException(
                    "The change of notary " + change.getId() + " is not final: " + missing.getMessage(),
                    "It is not recorded; report " + member.getName().getOrganisation() + ".");
        }
        getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(change));
    }

    private boolean concernsHolder(SignedTransaction change) {
        for (TransactionState<ContractState> output :
                change.resolveNotaryChangeTransaction(getServiceHub()).getOutputs()) {
            ContractState state = output.getData();
            if (!(state instanceof SecurityToken)
                    || !((SecurityToken) state).getHolder().getOwningKey().equals(query.getHolder())) {
                return false;
            }
        }
        return true;
    }

    /** The holder's side. */
    @InitiatedBy(AskNotaryChangesFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with who asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            NotaryChangeQuery query = session.receive(NotaryChangeQuery.class).unwrap(received -> received);
            List<SignedTransaction> changes = changes(query);
            session.send(changes.size());
            // Counted, for an iterator would have to go into the checkpoint.
            for (int index = 0; index < changes.size(); index++) {
                subFlow(new SendTransactionFlow(session, changes.get(index)));
            }
            return null;
        }

        // One sentence for all reasons: who may not ask shall not find out who holds what.
        private List<SignedTransaction> changes(NotaryChangeQuery query) throws FlowException {
            Optional<StateAndRef<SecurityDefinitionState>> definition =
                    Definitions.byId(getServiceHub(), query.getSecurity());
            if (!definition.isPresent()
                    || !isEntitled(
                            MeasureSubject.of(getServiceHub(), definition.get()).getRegistrars())) {
                throw new WorkflowException(
                        getOurIdentity().getName().getOrganisation() + " tells "
                                + session.getCounterparty().getName().getOrganisation() + " nothing of holdings of "
                                + query.getSecurity().getId() + ".",
                        "Its registrars ask, or their observers.");
            }
            return KeyHoldings.of(getServiceHub(), definition.get(), query.getHolder())
                    .notaryChanges(MOST);
        }

        private boolean isEntitled(CommitteeState registrars) {
            Party asker = session.getCounterparty();
            return registrars.seatOf(asker).isPresent()
                    || registrars.getTerms().getObservers().contains(asker);
        }
    }
}
