package org.countersign.workflows.ownership.proof;

import org.countersign.workflows.WorkflowException;

/** A proof cannot be taken: what is missing, and what to do about it. */
public final class OwnershipProofException extends WorkflowException {
    /**
     * Creates the exception.
     *
     * @param problem what was found, with what is needed
     * @param remedy what to do about it
     */
    public OwnershipProofException(String problem, String remedy) {
        super(problem, remedy);
    }
}
