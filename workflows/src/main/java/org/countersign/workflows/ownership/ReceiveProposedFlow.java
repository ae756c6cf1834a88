package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.KnownHistory;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.ReportSeals;

/**
 * The registrar's side of {@link AskRegistrarFlow}: receives a transaction and its seals, and what of its back-chain is
 * not here. Inline. The transaction itself may not have been verified; who votes for it does
 * ({@link RegisterAssessment}).
 */
final class ReceiveProposedFlow extends FlowLogic<SignedTransaction> {
    private final FlowSession session;

    ReceiveProposedFlow(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        // Without a checkpoint: after a restart the platform delivers the same message again.
        Submission submission = session.receive(Submission.class, true).unwrap(received -> received);
        SignedTransaction transaction = submission.getTransaction();
        if (!KnownHistory.isComplete(getServiceHub(), transaction)) {
            session.send(Submission.Lacking.HISTORY);
            // What the transaction builds on is final, and recording it in full keeps this register gap-free.
            transaction = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.ALL_VISIBLE));
            if (!transaction.getId().equals(submission.getTransaction().getId())) {
                throw new WorkflowException(
                        "The history is of another transaction than the one submitted.",
                        "Submit one transaction at a time.");
            }
        }
        ReportSeals.record(getServiceHub(), transaction, submission.getSeals());
        return transaction;
    }
}
