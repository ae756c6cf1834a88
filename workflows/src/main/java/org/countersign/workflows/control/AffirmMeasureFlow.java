package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.workflows.WorkflowException;

/**
 * A registrar's operator agrees to a measure that was ordered, in exactly these terms; so does that of an authority
 * whose committee the definition names for the measure, but for IDENTITY, which judges the receiver and not the order.
 * Nothing is sent and nothing is on the ledger; the node votes for it, once, when it is carried out
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
        if (!subject.hasASay(getServiceHub(), measure, getOurIdentity())) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " has no say in measures of "
                            + subject.getDefinition()
                                    .getState()
                                    .getData()
                                    .getTerms()
                                    .getSymbol() + ".",
                    "The operators of its registrars affirm measures, and of committees that it names for them.");
        }
        subject.checkGranted(measure);
        MeasureAffirmations.add(getServiceHub(), measure);
        return measure.digest();
    }
}
