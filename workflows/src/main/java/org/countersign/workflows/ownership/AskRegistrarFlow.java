package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ReportSeals;

/**
 * Shows a registrar a whole transaction and the seals of those who attested it, and waits for what it says, whatever
 * that is. The transaction's history follows only if the registrar lacks some of it, as it does where it has been down:
 * it takes several messages even where nothing is missing. Inline; the flows that ask differ in what the registrar is
 * to do.
 *
 * <p>It keeps no checkpoint while it waits: after a restart of this node the registrar is asked anew, and does the same
 * or says the same again.
 */
final class AskRegistrarFlow extends FlowLogic<Object> {
    private final FlowSession session;
    private final SignedTransaction transaction;

    AskRegistrarFlow(FlowSession session, SignedTransaction transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public Object call() throws FlowException {
        Submission submission = new Submission(transaction, ReportSeals.of(getServiceHub(), transaction.getId()));
        Object came = session.sendAndReceive(Object.class, submission, true).unwrap(received -> received);
        if (came == Submission.Lacking.HISTORY) {
            subFlow(new SendTransactionFlow(session, transaction));
            came = session.receive(Object.class).unwrap(received -> received);
        }
        return came;
    }
}
