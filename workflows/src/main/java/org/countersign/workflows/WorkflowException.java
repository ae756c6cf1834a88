package org.countersign.workflows;

import net.corda.core.flows.FlowException;

/**
 * A refusal or failure that a member can act upon: what is the case, and what to do about it.
 *
 * <p>Every failure that a flow reports on purpose is one of these, so that a client can tell them from defects. The
 * message gives what was found and what is allowed; {@link #getRemedy()} says what to do. Subclasses carry the figures
 * as fields.
 */
public class WorkflowException extends FlowException {
    private final String problem;
    private final String remedy;

    /**
     * Creates a refusal.
     *
     * @param problem what was found, with the actual and the allowed value
     * @param remedy what to do about it
     */
    public WorkflowException(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What was found. */
    public String getProblem() {
        return problem;
    }

    /** What to do about it. */
    public String getRemedy() {
        return remedy;
    }
}
