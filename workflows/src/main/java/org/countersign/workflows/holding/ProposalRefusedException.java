package org.countersign.workflows.holding;

import org.countersign.workflows.WorkflowException;

/** The counterparty does not sign: the proposal is not what it expects. Nothing moved. */
public final class ProposalRefusedException extends WorkflowException {
    /**
     * Creates the refusal.
     *
     * @param problem what differs, with what was found and what was expected
     */
    public ProposalRefusedException(String problem) {
        super(problem, "Nothing moved; propose what was agreed.");
    }
}
