package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.util.Objects;
import net.corda.core.contracts.Amount;
import net.corda.core.serialization.CordaSerializable;

/** What is proposed for an issue to a holder, or for a redemption by one: how much of which security. */
@CordaSerializable
public final class HoldingChangeTerms {
    private final String symbol;
    private final Amount<IssuedTokenType> quantity;

    /**
     * Creates terms.
     *
     * @param symbol the security's symbol
     * @param quantity how much is issued or redeemed
     */
    public HoldingChangeTerms(String symbol, Amount<IssuedTokenType> quantity) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
    }

    /** The security's symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** How much is issued or redeemed. */
    public Amount<IssuedTokenType> getQuantity() {
        return quantity;
    }
}
