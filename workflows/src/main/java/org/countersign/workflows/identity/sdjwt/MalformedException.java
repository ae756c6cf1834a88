package org.countersign.workflows.identity.sdjwt;

import org.countersign.workflows.WorkflowException;

/** A document is not what it claims to be: not of its format, or not signed by whom it names. */
public final class MalformedException extends WorkflowException {
    /**
     * Creates the refusal.
     *
     * @param problem what was found, without anything that the document says about a person
     */
    public MalformedException(String problem) {
        super(problem, "Ask whoever made the document for another one.");
    }
}
