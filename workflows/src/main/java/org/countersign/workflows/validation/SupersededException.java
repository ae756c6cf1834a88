package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateRef;
import org.countersign.workflows.WorkflowException;

/**
 * A transaction was built on a definition or committee that has been superseded meanwhile. It may pass when rebuilt.
 */
public final class SupersededException extends WorkflowException {
    private final List<StateRef> references;

    /**
     * Creates the refusal.
     *
     * @param problem which reference was superseded, as the authority or the notary said
     * @param references all that the transaction referenced; one of them at least is no longer current
     */
    public SupersededException(String problem, List<StateRef> references) {
        super(problem, "Nothing moved; propose again on the current definition and committees.");
        this.references = new ArrayList<>(references);
    }

    /** All definitions and committees that the transaction referenced. */
    public List<StateRef> getReferences() {
        return references;
    }
}
