package org.countersign.workflows.control;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.control.ControlOrder;

/** A freeze of a holding that stands, as a member that knows of it sees it. */
@CordaSerializable
public final class FreezeLine {
    private final UniqueIdentifier freeze;
    private final String symbol;
    private final PublicKey holderKey;
    private final CordaX500Name holder;
    private final BigDecimal quantity;
    private final ControlOrder order;

    /**
     * Creates a line.
     *
     * @param freeze the identifier of the freeze
     * @param symbol the symbol of the security
     * @param holderKey the key that is frozen
     * @param holder whose it is; null where this node does not know
     * @param quantity how much has to stay, in units of the security; zero for everything
     * @param order what the freeze rests on
     */
    public FreezeLine(
            UniqueIdentifier freeze,
            String symbol,
            PublicKey holderKey,
            CordaX500Name holder,
            BigDecimal quantity,
            ControlOrder order) {
        this.freeze = Objects.requireNonNull(freeze, "freeze");
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.holderKey = Objects.requireNonNull(holderKey, "holderKey");
        this.holder = holder;
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.order = Objects.requireNonNull(order, "order");
    }

    /** The identifier of the freeze. */
    public UniqueIdentifier getFreeze() {
        return freeze;
    }

    /** The symbol of the security. */
    public String getSymbol() {
        return symbol;
    }

    /** The key that is frozen. */
    public PublicKey getHolderKey() {
        return holderKey;
    }

    /** Whose it is, or null. */
    public CordaX500Name getHolder() {
        return holder;
    }

    /** How much has to stay, in units of the security; zero for everything. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** What the freeze rests on. */
    public ControlOrder getOrder() {
        return order;
    }
}
