package org.countersign.workflows.cash;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.workflows.flows.rpc.IssueTokens;
import java.util.Collections;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.Notaries;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;

/**
 * A bank issues cash to a member: the SDK's fiat token with this bank as its issuer. What it is worth is the bank's
 * credit; a seller names in its settings whose cash it takes.
 */
@StartableByRPC
public final class IssueCashFlow extends FlowLogic<TransactionReceipt> {
    private static final int MOST_FRACTION_DIGITS = 18;

    private final Amount<TokenType> amount;
    private final Party holder;

    /**
     * Creates the flow.
     *
     * @param amount how much of which currency, more than zero
     * @param holder who receives it
     */
    public IssueCashFlow(Amount<TokenType> amount, Party holder) {
        this.amount = amount;
        this.holder = holder;
    }

    @Suspendable
    @Override
    public TransactionReceipt call() throws FlowException {
        int digits = amount.getToken().getFractionDigits();
        // Asked before the amount is printed: its decimals could fill the node's memory.
        if (digits < 0
                || digits > MOST_FRACTION_DIGITS
                || amount.getDisplayTokenSize().compareTo(amount.getToken().getDisplayTokenSize()) != 0) {
            throw new WorkflowException(
                    "The amount counts in units of " + amount.getDisplayTokenSize() + ", its currency in units of "
                            + amount.getToken().getDisplayTokenSize() + ".",
                    "Give an amount in units of a currency with at most " + MOST_FRACTION_DIGITS + " decimals.");
        }
        if (amount.getQuantity() <= 0) {
            throw new WorkflowException(
                    "The amount " + amount.toDecimal().toPlainString() + " is not more than zero.",
                    "Give a positive amount.");
        }
        IssuedTokenType type = new IssuedTokenType(getOurIdentity(), amount.getToken());
        FungibleToken cash =
                new FungibleToken(new Amount<>(amount.getQuantity(), amount.getDisplayTokenSize(), type), holder);
        SignedTransaction issued = subFlow(new IssueTokens(Collections.singletonList(cash)));
        return new TransactionReceipt(
                issued.getId(),
                "CASH",
                Collections.emptyMap(),
                Notaries.only(getServiceHub()).getName());
    }
}
