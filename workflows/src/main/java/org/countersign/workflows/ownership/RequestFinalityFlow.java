package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ReportSeals;

/**
 * Steps 4 and 5 of a transfer: the proposer hands the transaction to a registrar, who finalises it.
 *
 * <p>The registrar receives the transaction, resolves its back-chain, completes it ({@link CompleteTransactionFlow}),
 * and answers; the proposer records it. The proposer never holds a transaction that is fully signed and not notarised.
 * Asking several registrars for the same transaction does no harm: it has one id, and the notary takes the same
 * transaction twice.
 */
@InitiatingFlow
@StartableByService
public final class RequestFinalityFlow extends FlowLogic<FinalityAnswer> {
    private final Party registrar;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param registrar who finalises
     * @param transaction complete but for the registrars' and the notary's signatures
     */
    public RequestFinalityFlow(Party registrar, SignedTransaction transaction) {
        this.registrar = registrar;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public FinalityAnswer call() throws FlowException {
        Object came = subFlow(new AskRegistrarFlow(initiateFlow(registrar), transaction));
        FinalityHeard heard = new FinalityHeard(getServiceHub(), getOurIdentity(), transaction);
        FinalityAnswer answer = heard.hear(registrar, came);
        if (heard.isFinal()) {
            // Here and not in the flow that waits for it, which may have given up on this registrar. In full where the
            // proposer keeps a register or observes one, for it is delivered nothing that it has said it knows.
            SignedTransaction settled = FinaliseFlow.withNew(transaction, answer.getSignatures());
            getServiceHub()
                    .recordTransactions(
                            RecordedStates.scope(getServiceHub(), getOurIdentity()), Collections.singleton(settled));
            ReportSeals.record(getServiceHub(), settled, answer.getSeals());
            FinalityHeard.compare(getServiceHub(), getOurIdentity(), settled);
        }
        return answer;
    }

    /** The registrar's side. */
    @InitiatedBy(RequestFinalityFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the proposer
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SignedTransaction proposed = subFlow(new ReceiveProposedFlow(session));
            FinalityAnswer answer = subFlow(new CompleteTransactionFlow(proposed, session.getCounterparty()));
            session.send(answer, true);
            return null;
        }
    }
}
