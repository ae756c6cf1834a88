package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** A registrar's operator takes back what it has affirmed, as long as its node has not voted for it. */
@StartableByRPC
public final class WithdrawMeasureFlow extends FlowLogic<Void> {
    private final SecureHash digest;

    /**
     * Creates the flow.
     *
     * @param digest of everything that is ordered, as {@link AffirmMeasureFlow} answered
     */
    public WithdrawMeasureFlow(SecureHash digest) {
        this.digest = digest;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        MeasureAffirmations.withdraw(getServiceHub(), digest);
        return null;
    }
}
