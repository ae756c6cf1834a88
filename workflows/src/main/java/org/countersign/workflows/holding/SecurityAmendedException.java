package org.countersign.workflows.holding;

import net.corda.core.contracts.StateAndRef;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.QuorumException;

/**
 * The security was amended while a movement of it was on its way, and what was in order before is not by the amended
 * definition. The movement was built anew and refused; nothing moved.
 */
public final class SecurityAmendedException extends WorkflowException {
    private final String symbol;
    private final int version;

    /**
     * Creates the refusal.
     *
     * @param symbol the security
     * @param version the version of the definition that is in force now
     * @param problem what is not in order by it
     */
    public SecurityAmendedException(String symbol, int version, String problem) {
        super(
                symbol + " was amended while this was on its way. By version " + version
                        + ", which is in force now, it is not in order: " + problem,
                "Nothing moved; see 'security show " + symbol + "' and propose what is in order now.");
        this.symbol = symbol;
        this.version = version;
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** The version of the definition that is in force now. */
    public int getVersion() {
        return version;
    }

    /**
     * What to tell of a movement that was refused when it was built anew.
     *
     * @param stale the definition that it was built on first
     * @param current the definition that it was built on then
     * @param refusal why it was refused then
     * @return this refusal where the definition says something else now and the contract or a committee refused it,
     *     else the refusal as it is
     */
    static WorkflowException told(
            StateAndRef<SecurityDefinitionState> stale,
            StateAndRef<SecurityDefinitionState> current,
            WorkflowException refusal) {
        SecurityDefinitionState now = current.getState().getData();
        boolean amended = !stale.getState().getData().provisions().equals(now.provisions());
        boolean judged = refusal.getClass() == WorkflowException.class || refusal instanceof QuorumException;
        return amended && judged
                ? new SecurityAmendedException(now.getTerms().getSymbol(), now.getVersion(), refusal.getProblem())
                : refusal;
    }
}
