package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.contracts.Amount;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/** What is proposed for an issue to a holder, or for a redemption by one: how much of which security. */
@CordaSerializable
public final class HoldingChangeTerms {
    private final String symbol;
    private final Amount<IssuedTokenType> quantity;
    private final PublicKey holderKey;

    /**
     * Creates terms between members themselves.
     *
     * @param symbol the security's symbol
     * @param quantity how much is issued or redeemed
     */
    public HoldingChangeTerms(String symbol, Amount<IssuedTokenType> quantity) {
        this(symbol, quantity, null);
    }

    /**
     * Creates terms for a client of a custodian.
     *
     * @param symbol the security's symbol
     * @param quantity how much is redeemed
     * @param holderKey the key of the client that hands back, or null if the member itself does
     */
    @ConstructorForDeserialization
    public HoldingChangeTerms(String symbol, Amount<IssuedTokenType> quantity, PublicKey holderKey) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.holderKey = holderKey;
    }

    /** The security's symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** How much is issued or redeemed. */
    public Amount<IssuedTokenType> getQuantity() {
        return quantity;
    }

    /** The key of the client that hands back, or null if the member itself does. */
    public PublicKey getHolderKey() {
        return holderKey;
    }
}
