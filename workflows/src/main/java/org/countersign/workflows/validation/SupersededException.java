package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.WorkflowException;

/**
 * A transaction was built on a definition or committee that has been superseded meanwhile. It may pass when rebuilt.
 */
public final class SupersededException extends WorkflowException {
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;
    private final List<StateRef> references;

    /**
     * Creates the refusal.
     *
     * @param refusals what the members or the notary said
     * @param silent the members that did not answer
     * @param references all that the transaction referenced; one of them at least is no longer current
     */
    public SupersededException(List<Refusal> refusals, List<CordaX500Name> silent, List<StateRef> references) {
        super(
                QuorumException.heard(refusals, silent),
                "Nothing moved; propose again on the current definition and committees.");
        this.refusals = new ArrayList<>(refusals);
        this.silent = new ArrayList<>(silent);
        this.references = new ArrayList<>(references);
    }

    /** What the members or the notary said. */
    public List<Refusal> getRefusals() {
        return refusals;
    }

    /** The members that did not answer. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** All definitions and committees that the transaction referenced. */
    public List<StateRef> getReferences() {
        return references;
    }
}
