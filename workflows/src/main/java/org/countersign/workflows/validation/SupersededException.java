package org.countersign.workflows.validation;

import org.countersign.workflows.WorkflowException;

/**
 * A transaction was built on a definition or committee that has been superseded meanwhile. It may pass when rebuilt.
 */
public final class SupersededException extends WorkflowException {
    /**
     * Creates the refusal.
     *
     * @param problem which reference was superseded, as the authority or the notary said
     */
    public SupersededException(String problem) {
        super(problem, "Nothing moved; propose again on the current definition and committees.");
    }
}
