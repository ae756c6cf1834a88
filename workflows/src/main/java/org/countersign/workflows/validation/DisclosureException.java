package org.countersign.workflows.validation;

import org.countersign.workflows.WorkflowException;

/** A tear-off shows too little or too much for the aspect that it was sent for. */
public final class DisclosureException extends WorkflowException {
    /**
     * Creates the refusal.
     *
     * @param problem what is hidden or shown
     */
    public DisclosureException(String problem) {
        super(problem, "Tear the transaction off as the disclosure rule of the aspect says.");
    }
}
