package org.countersign.workflows.ownership.proof;

import net.corda.core.flows.FlowException;

/** A proof cannot be taken; the message says what is missing and what to do about it. */
public final class OwnershipProofException extends FlowException {
    /**
     * Creates the exception.
     *
     * @param message what was found, what is needed, and what to do
     */
    public OwnershipProofException(String message) {
        super(message);
    }
}
