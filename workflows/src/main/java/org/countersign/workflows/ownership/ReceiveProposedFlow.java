package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.validation.ReportSealList;
import org.countersign.workflows.validation.ReportSeals;

/**
 * The registrar's side of {@link AskRegistrarFlow}: receives a transaction with its back-chain, and its seals. Inline.
 */
final class ReceiveProposedFlow extends FlowLogic<SignedTransaction> {
    private final FlowSession session;

    ReceiveProposedFlow(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        // What the transaction builds on is final, and recording it in full keeps this register gap-free.
        SignedTransaction transaction = subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.ALL_VISIBLE));
        ReportSealList handed = session.receive(ReportSealList.class).unwrap(received -> received);
        ReportSeals.record(getServiceHub(), transaction, handed.getSeals());
        return transaction;
    }
}
