package org.countersign.workflows;

import co.paralleluniverse.fibers.Suspendable;
import java.security.SignatureException;
import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;

/**
 * Receives a final transaction, resolves and verifies it, and records it only if a check of the receiver's holds.
 * Inline.
 *
 * <p>Corda's own receiving flow has a hook for such a check, but its declared exceptions keep it from being extended in
 * Java; this composes it instead.
 */
public abstract class ReceiveFinalFlow extends FlowLogic<SignedTransaction> {
    private final FlowSession session;
    private final StatesToRecord statesToRecord;
    private final SignedTransaction enclosed;

    /**
     * Creates the flow.
     *
     * @param session with the sender, who runs Corda's {@code SendTransactionFlow}
     * @param statesToRecord what this node's vault is to keep
     */
    protected ReceiveFinalFlow(FlowSession session, StatesToRecord statesToRecord) {
        this(session, statesToRecord, null);
    }

    /**
     * Creates the flow for a transaction that has come with an earlier message.
     *
     * @param session with the sender
     * @param statesToRecord what this node's vault is to keep
     * @param enclosed the transaction, which can be verified with what this node has ({@link KnownHistory}); null if
     *     the sender now runs Corda's {@code SendTransactionFlow}
     */
    protected ReceiveFinalFlow(FlowSession session, StatesToRecord statesToRecord, SignedTransaction enclosed) {
        this.session = session;
        this.statesToRecord = statesToRecord;
        this.enclosed = enclosed;
    }

    @Suspendable
    @Override
    public final SignedTransaction call() throws FlowException {
        SignedTransaction transaction =
                enclosed != null ? enclosed : subFlow(new ReceiveTransactionFlow(session, false, statesToRecord));
        try {
            transaction.verify(getServiceHub(), true);
        } catch (SignatureException wrong) {
            throw new WorkflowException(
                    session.getCounterparty().getName().getOrganisation()
                            + " sent a transaction with a wrong or missing signature: " + wrong.getMessage(),
                    "It is not recorded; report the sender.");
        }
        check(transaction, session);
        getServiceHub().recordTransactions(statesToRecord, Collections.singleton(transaction));
        return transaction;
    }

    /**
     * The receiver's own check, after verification and before recording.
     *
     * @param transaction verified and fully signed
     * @param sender the session with the sender
     * @throws FlowException if the transaction is not to be recorded
     */
    protected abstract void check(SignedTransaction transaction, FlowSession sender) throws FlowException;
}
