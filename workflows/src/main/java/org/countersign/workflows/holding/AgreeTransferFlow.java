package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.FungibleTokenContract;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveStateAndRefFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;

/**
 * The seller's talk with the buyer, apart from the transfer so that the transfer can give it up.
 *
 * <p>Steps: send the terms; against payment, receive and check the buyer's cash and add it; sign; have the buyer check
 * and sign.
 */
@InitiatingFlow
@StartableByService
public final class AgreeTransferFlow extends FlowLogic<SignedTransaction> {
    private final Party buyer;
    private final TradeTerms terms;
    private final TransactionBuilder builder;
    private final PublicKey holder;

    /**
     * Creates the flow.
     *
     * @param buyer with whom to agree
     * @param holder the key that takes: the buyer's own, or that of its client
     * @param terms what is proposed
     * @param builder the transaction with the security's leg
     */
    public AgreeTransferFlow(Party buyer, PublicKey holder, TradeTerms terms, TransactionBuilder builder) {
        this.buyer = buyer;
        this.holder = holder;
        this.terms = terms;
        this.builder = builder;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        FlowSession session = initiateFlow(buyer);
        session.send(terms);
        if (terms.getPrice() != null) {
            addPayment(subFlow(new ReceiveStateAndRefFlow<FungibleToken>(session)));
            Verification.verify(builder, getServiceHub());
        }
        PublicKey giver = terms.getSellerKey() == null ? getOurIdentity().getOwningKey() : terms.getSellerKey();
        SignedTransaction signed = getServiceHub().signInitialTransaction(builder, giver);
        // The cash of a client's purchase is its custodian's.
        boolean paysForClient = terms.getPrice() != null && !holder.equals(buyer.getOwningKey());
        return subFlow(
                paysForClient
                        ? new PartySignature.Request(session, signed, holder, buyer.getOwningKey())
                        : new PartySignature.Request(session, signed, holder));
    }

    private void addPayment(List<StateAndRef<FungibleToken>> cash) throws FlowException {
        if (cash.isEmpty()) {
            throw new WorkflowException("The buyer offered no cash.", "Nothing moved; propose again.");
        }
        for (StateAndRef<? extends ContractState> state : cash) {
            ContractState offered = state.getState().getData();
            if (!(offered instanceof FungibleToken)) {
                throw new WorkflowException(
                        "The buyer offered a " + offered.getClass().getSimpleName() + " where cash is due.",
                        "Nothing moved; the buyer must pay in the cash that was agreed.");
            }
        }
        Amount<TokenType> price = terms.getPrice();
        IssuedTokenType type = cash.get(0).getState().getData().getIssuedTokenType();
        Set<StateRef> seen = new HashSet<>();
        for (StateAndRef<FungibleToken> state : cash) {
            if (!isDue(state, type) || !seen.add(state.getRef())) {
                throw new WorkflowException(
                        "The buyer offered " + state.getRef() + " where " + price
                                + " of a bank that the seller takes is due.",
                        "Nothing moved; the buyer must pay in the cash that was agreed.");
            }
        }
        if (Selection.units(cash) < price.getQuantity()) {
            throw new WorkflowException(
                    "The buyer offered less cash than the agreed " + price + ".",
                    "Nothing moved; the buyer must offer enough.");
        }
        TransferTransaction.addCashLeg(
                builder, cash, Selection.issuedBy(price, type.getIssuer()), buyer, getOurIdentity());
    }

    private boolean isDue(StateAndRef<FungibleToken> offered, IssuedTokenType type) throws FlowException {
        FungibleToken token = offered.getState().getData();
        return token.getClass() == FungibleToken.class
                && offered.getState().getContract().equals(FungibleTokenContract.class.getName())
                && offered.getState().getEncumbrance() == null
                && offered.getState().getNotary().equals(builder.getNotary())
                && token.getIssuedTokenType().equals(type)
                && type.getTokenType().equals(terms.getPrice().getToken())
                && terms.getCashIssuers().contains(type.getIssuer())
                && token.getHolder().equals(buyer)
                // What the buyer says that a reference points to is compared with what it does point to.
                && getServiceHub().loadState(offered.getRef()).equals(offered.getState());
    }
}
