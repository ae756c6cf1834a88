package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/** What a seller proposes to a buyer: how much of which security, and for what. */
@CordaSerializable
public final class TradeTerms {
    private final String symbol;
    private final Amount<IssuedTokenType> quantity;
    private final Amount<TokenType> price;
    private final List<Party> cashIssuers;
    private final PublicKey sellerKey;
    private final String account;

    /**
     * Creates terms between members themselves.
     *
     * @param symbol the security's symbol
     * @param quantity how much passes to the buyer
     * @param price what the buyer pays, or null for a transfer free of payment
     * @param cashIssuers the banks whose cash the seller takes; empty for a transfer free of payment
     */
    public TradeTerms(
            String symbol, Amount<IssuedTokenType> quantity, Amount<TokenType> price, List<Party> cashIssuers) {
        this(symbol, quantity, price, cashIssuers, null, null);
    }

    /**
     * Creates terms for clients of custodians.
     *
     * @param symbol the security's symbol
     * @param quantity how much passes to the buyer
     * @param price what the buyer pays, or null for a transfer free of payment
     * @param cashIssuers the banks whose cash the seller takes; empty for a transfer free of payment
     * @param sellerKey the key of the seller's client that gives, or null if the seller itself does
     * @param account the external id of the buyer's client that takes, or null if the buyer itself does
     */
    @ConstructorForDeserialization
    public TradeTerms(
            String symbol,
            Amount<IssuedTokenType> quantity,
            Amount<TokenType> price,
            List<Party> cashIssuers,
            PublicKey sellerKey,
            String account) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.price = price;
        this.cashIssuers = Collections.unmodifiableList(new ArrayList<>(cashIssuers));
        this.sellerKey = sellerKey;
        this.account = account;
    }

    /** The security's symbol. */
    public String getSymbol() {
        return symbol;
    }

    /** How much passes to the buyer. */
    public Amount<IssuedTokenType> getQuantity() {
        return quantity;
    }

    /** What the buyer pays, or null. */
    public Amount<TokenType> getPrice() {
        return price;
    }

    /** The banks whose cash the seller takes. */
    public List<Party> getCashIssuers() {
        return cashIssuers;
    }

    /** The key of the seller's client that gives, or null if the seller itself does. */
    public PublicKey getSellerKey() {
        return sellerKey;
    }

    /** The external id of the buyer's client that takes, or null if the buyer itself does. */
    public String getAccount() {
        return account;
    }
}
