package org.countersign.workflows.definition;

import org.countersign.workflows.WorkflowException;

/** Neither this node nor a registrar that answered knows a security of that symbol. */
public final class UnknownSecurityException extends WorkflowException {
    private final String symbol;

    /**
     * Creates the refusal.
     *
     * @param symbol what was asked for
     */
    public UnknownSecurityException(String symbol) {
        super("No security has the symbol '" + symbol + "'.", "List the securities to see which there are.");
        this.symbol = symbol;
    }

    /** What was asked for. */
    public String getSymbol() {
        return symbol;
    }
}
