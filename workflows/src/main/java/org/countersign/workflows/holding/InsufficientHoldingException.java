package org.countersign.workflows.holding;

import java.math.BigDecimal;
import org.countersign.workflows.WorkflowException;

/** This member holds less than it was asked to give, or part of it is locked by another transaction in flight. */
public final class InsufficientHoldingException extends WorkflowException {
    private final String asset;
    private final BigDecimal requested;
    private final BigDecimal available;

    /**
     * Creates the refusal.
     *
     * @param asset the symbol of the security or the currency code
     * @param requested what was asked for, in units
     * @param available what is held, in units
     */
    public InsufficientHoldingException(String asset, BigDecimal requested, BigDecimal available) {
        super(
                requested.toPlainString() + " " + asset + " were asked for and " + available.toPlainString()
                        + (requested.compareTo(available) > 0
                                ? " are held."
                                : " are held, of which too much is reserved for transactions in flight."),
                requested.compareTo(available) > 0 ? "Ask for less." : "Try again when they have ended.");
        this.asset = asset;
        this.requested = requested;
        this.available = available;
    }

    /** The symbol of the security or the currency code. */
    public String getAsset() {
        return asset;
    }

    /** What was asked for. */
    public BigDecimal getRequested() {
        return requested;
    }

    /** What is held. */
    public BigDecimal getAvailable() {
        return available;
    }
}
