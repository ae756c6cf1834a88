package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.definition.FindSecurityFlow;

/**
 * A buyer affirms a trade: it expects this seller to propose exactly this. Nothing leaves the node. Without affirmation
 * a sale against payment is refused, since no member pays because somebody else asks it to.
 */
@StartableByRPC
public final class AffirmTradeFlow extends FlowLogic<UUID> {
    private final String symbol;
    private final BigDecimal quantity;
    private final Party seller;
    private final Amount<TokenType> price;

    /**
     * Creates the flow for a receipt free of payment. Clients need it because a flow cannot be started by RPC with an
     * argument that is null.
     *
     * @param symbol the security
     * @param quantity how much is to be received, in units
     * @param seller from whom
     */
    public AffirmTradeFlow(String symbol, BigDecimal quantity, Party seller) {
        this(symbol, quantity, seller, null);
    }

    /**
     * Creates the flow.
     *
     * @param symbol the security
     * @param quantity how much is to be received, in units
     * @param seller from whom
     * @param price what is to be paid, or null for a receipt free of payment
     */
    public AffirmTradeFlow(String symbol, BigDecimal quantity, Party seller, Amount<TokenType> price) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.seller = seller;
        this.price = price;
    }

    @Suspendable
    @Override
    public UUID call() throws FlowException {
        SecurityDefinitionState security = subFlow(new FindSecurityFlow(symbol));
        Quantities.of(security, quantity);
        if (price != null) {
            Quantities.checkPayment(price);
        }
        return Affirmations.add(getServiceHub(), symbol, quantity, seller, price);
    }
}
