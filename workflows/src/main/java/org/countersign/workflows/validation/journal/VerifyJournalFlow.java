package org.countersign.workflows.validation.journal;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;

/** Follows the chain of this node's own journal from its first entry to its last. */
@StartableByRPC
public final class VerifyJournalFlow extends FlowLogic<JournalVerification> {
    @Suspendable
    @Override
    public JournalVerification call() {
        return Journal.verify(getServiceHub());
    }
}
