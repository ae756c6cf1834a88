package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.governance.Committees;

/**
 * The operator of a member of an approving committee agrees to an amendment, to exactly this source in the place of
 * that in force. Nothing is sent and nothing is on the ledger; the node attests it, once, when its issuer announces it.
 */
@StartableByRPC
public final class AffirmAmendmentFlow extends FlowLogic<AmendmentView> {
    private final String symbol;
    private final String source;

    /**
     * Creates the flow.
     *
     * @param symbol the security
     * @param source the text that is to take the place of that in force, at most 256 KiB
     */
    public AffirmAmendmentFlow(String symbol, String source) {
        this.symbol = symbol;
        this.source = source;
    }

    @Suspendable
    @Override
    public AmendmentView call() throws FlowException {
        SecurityDefinitionState definition = subFlow(new FindSecurityFlow(symbol));
        if (!approves(definition)) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " sits on no committee that approves amendments of "
                            + symbol + ".",
                    "The operators of the committees affirm that its definition names for amendments.");
        }
        AmendmentView view =
                ProposedAmendment.of(getServiceHub(), definition, source).view();
        MeasureAffirmations.add(
                getServiceHub(),
                view.getDigest(),
                "Amendment of " + symbol + ", version " + definition.getVersion() + ": "
                        + String.join(" ", view.getChanges()) + " " + String.join(" ", view.getEffects()));
        return view;
    }

    private boolean approves(SecurityDefinitionState definition) throws FlowException {
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            if (requirement.getOperations().contains(Operation.AMEND)
                    && Committees.current(getServiceHub(), requirement.getCommittee())
                            .getState()
                            .getData()
                            .seatOf(getOurIdentity())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
