package org.countersign.workflows.holding;

import java.time.Instant;
import org.countersign.workflows.WorkflowException;

/** The security is paused: no holding of it moves until a moment that is stated, and then by itself. */
public final class SecurityPausedException extends WorkflowException {
    private final String symbol;
    private final Instant until;
    private final String reason;

    /**
     * Creates the refusal.
     *
     * @param symbol the security
     * @param until when the pause ends
     * @param reason why it is paused, from its definition
     */
    public SecurityPausedException(String symbol, Instant until, String reason) {
        super(
                symbol + " is paused until " + until + ": " + reason + ".",
                "Nothing moved; try again a little later than that.");
        this.symbol = symbol;
        this.until = until;
        this.reason = reason;
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** When the pause ends. */
    public Instant getUntil() {
        return until;
    }

    /** Why it is paused. */
    public String getReason() {
        return reason;
    }
}
