package org.countersign.workflows.holding;

import java.time.Instant;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;

/** The security is frozen: no holding of it moves until the registrars lift the freeze. */
public final class SecurityFrozenException extends WorkflowException {
    private final String symbol;
    private final String reason;

    /**
     * Creates the refusal.
     *
     * @param symbol the security
     * @param reason why it is frozen, from its definition
     */
    public SecurityFrozenException(String symbol, String reason) {
        super(
                symbol + " is frozen: " + reason + ". A security moves only while it is active.",
                "Nothing moved; wait until the registrars lift the freeze.");
        this.symbol = symbol;
        this.reason = reason;
    }

    /** Refuses what the contract would refuse now, before anybody is bothered with it. */
    static void check(ServiceHub services, SecurityDefinitionState security) throws FlowException {
        Instant opens = services.getClock()
                .instant()
                .minus(WorkflowSettings.of(services).clockTolerance());
        if (security.getStatus() == SecurityStatus.PAUSED && !security.isOpenAt(opens)) {
            throw new SecurityPausedException(
                    security.getTerms().getSymbol(), security.getPausedUntil(), security.getStatusReason());
        }
        if (security.getStatus() == SecurityStatus.FROZEN) {
            throw new SecurityFrozenException(security.getTerms().getSymbol(), security.getStatusReason());
        }
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** Why it is frozen. */
    public String getReason() {
        return reason;
    }
}
