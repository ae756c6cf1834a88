package org.countersign.workflows.holding;

import java.math.BigDecimal;
import java.util.Objects;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/** What one holder has of one security or of one bank's cash, added up. */
@CordaSerializable
public final class HoldingLine {
    /** The kind of a line about a security. */
    public static final String SECURITY = "SECURITY";
    /** The kind of a line about cash. */
    public static final String CASH = "CASH";

    private final String kind;
    private final String symbol;
    private final String name;
    private final BigDecimal quantity;
    private final CordaX500Name holder;
    private final CordaX500Name issuer;
    private final String account;

    /**
     * Creates a line.
     *
     * @param kind {@link #SECURITY} or {@link #CASH}
     * @param symbol the security's symbol, or the currency code
     * @param name the security's name, or the currency code
     * @param quantity in units of the security or currency
     * @param holder who holds it
     * @param issuer who owes it
     */
    public HoldingLine(
            String kind, String symbol, String name, BigDecimal quantity, CordaX500Name holder, CordaX500Name issuer) {
        this(kind, symbol, name, quantity, holder, issuer, null);
    }

    /**
     * Creates a line of a client.
     *
     * @param kind {@link #SECURITY} or {@link #CASH}
     * @param symbol the security's symbol, or the currency code
     * @param name the security's name, or the currency code
     * @param quantity in units of the security or currency
     * @param holder who holds it; of a client, its custodian
     * @param issuer who owes it
     * @param account what this custodian calls the account of its client, or null
     */
    @ConstructorForDeserialization
    public HoldingLine(
            String kind,
            String symbol,
            String name,
            BigDecimal quantity,
            CordaX500Name holder,
            CordaX500Name issuer,
            String account) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.name = Objects.requireNonNull(name, "name");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.holder = holder;
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.account = account;
    }

    /** {@link #SECURITY} or {@link #CASH}. */
    public String getKind() {
        return kind;
    }

    /** The security's symbol, or the currency code. */
    public String getSymbol() {
        return symbol;
    }

    /** The security's name, or the currency code. */
    public String getName() {
        return name;
    }

    /** In units of the security or currency. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** Who holds it; null where the key is not known to be anybody's. */
    public CordaX500Name getHolder() {
        return holder;
    }

    /** Who owes it. */
    public CordaX500Name getIssuer() {
        return issuer;
    }

    /** What this custodian calls the account of its client; null where no client of this node's holds. */
    public String getAccount() {
        return account;
    }
}
