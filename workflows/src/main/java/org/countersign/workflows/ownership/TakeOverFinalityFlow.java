package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByService;
import net.corda.core.transactions.SignedTransaction;

/**
 * A registrar completes a transaction for which it has voted and which has not become final: its finaliser may have
 * died with the notary's signature in its hands. Started by {@link FinalityWatch}.
 */
@StartableByService
final class TakeOverFinalityFlow extends FlowLogic<FinalityAnswer> {
    private final SecureHash transactionId;

    TakeOverFinalityFlow(SecureHash transactionId) {
        this.transactionId = transactionId;
    }

    /** How it went, or null if there is no vote to stand by any more. */
    @Suspendable
    @Override
    public FinalityAnswer call() throws FlowException {
        SignedTransaction voted = Verdicts.on(getServiceHub(), transactionId)
                .filter(Verdicts.Said::isVote)
                .map(Verdicts.Said::transaction)
                .orElse(null);
        return voted == null ? null : subFlow(new CompleteTransactionFlow(voted, getOurIdentity()));
    }
}
