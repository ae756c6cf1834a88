package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.workflows.WorkflowException;

/**
 * A registrar's operator agrees to a measure that was ordered, in exactly these terms. Nothing is sent and nothing is
 * on the ledger; the node votes for it, once, when a registrar or an observer has it carried out
 * ({@link TakeMeasureFlow}).
 */
@StartableByRPC
public final class AffirmMeasureFlow extends FlowLogic<SecureHash> {
    private final ControlCommand measure;

    /**
     * Creates the flow.
     *
     * @param measure what was ordered
     */
    public AffirmMeasureFlow(ControlCommand measure) {
        this.measure = measure;
    }

    @Suspendable
    @Override
    public SecureHash call() throws FlowException {
        MeasureSubject subject = MeasureSubject.of(getServiceHub(), measure);
        if (!subject.isRegistrar(getOurIdentity())) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " is no registrar of "
                            + subject.getDefinition()
                                    .getState()
                                    .getData()
                                    .getTerms()
                                    .getSymbol() + ".",
                    "The operators of its registrars affirm measures.");
        }
        subject.checkGranted(measure);
        MeasureAffirmations.add(getServiceHub(), measure);
        return measure.digest();
    }
}
