package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ReportSealList;
import org.countersign.workflows.validation.ReportSeals;

/**
 * Shows a registrar a whole transaction with its back-chain and the seals of those who attested it, and waits for what
 * it says, whatever that is. Inline; the flows that ask differ in what the registrar is to do.
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
        subFlow(new SendTransactionFlow(session, transaction));
        session.send(new ReportSealList(ReportSeals.of(getServiceHub(), transaction.getId())));
        return session.receive(Object.class).unwrap(received -> received);
    }
}
