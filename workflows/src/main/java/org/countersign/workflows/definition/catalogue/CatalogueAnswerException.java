package org.countersign.workflows.definition.catalogue;

import org.countersign.workflows.WorkflowException;

/** A registrar answered a search with something that no honest one answers. Nothing of it was taken. */
public final class CatalogueAnswerException extends WorkflowException {
    /**
     * Creates the failure.
     *
     * @param problem who told what
     */
    public CatalogueAnswerException(String problem) {
        super(problem, "Nothing of it was taken; report it to the governance of the network.");
    }
}
