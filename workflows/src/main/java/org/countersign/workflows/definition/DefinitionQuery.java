package org.countersign.workflows.definition;

import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;

/** What a member asks a registrar for: the definition of a symbol, of an identifier, or all. */
@CordaSerializable
public final class DefinitionQuery {
    private final String symbol;
    private final UniqueIdentifier id;

    /**
     * Creates a query.
     *
     * @param symbol the symbol, or null
     * @param id the identifier, or null; with neither, everything is asked for
     */
    public DefinitionQuery(String symbol, UniqueIdentifier id) {
        this.symbol = symbol;
        this.id = id;
    }

    /** The symbol, or null. */
    public String getSymbol() {
        return symbol;
    }

    /** The identifier, or null. */
    public UniqueIdentifier getId() {
        return id;
    }
}
