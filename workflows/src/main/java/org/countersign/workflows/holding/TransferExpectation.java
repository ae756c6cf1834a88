package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.FungibleTokenContract;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Attest;

/**
 * What a buyer expects a transfer to be, derived from the agreed terms and not from the proposal, and compared with the
 * proposal field by field.
 *
 * <p>The contracts have verified balances and attestations before; this makes sure that nothing is in the transaction
 * but what was agreed: which inputs, which outputs, for whom, how much, which commands, and for how long it stays open.
 */
final class TransferExpectation {
    private final TradeTerms terms;
    private final Party seller;
    private final AbstractParty giver;
    private final Party buyer;
    private final AbstractParty taker;
    private final Set<StateRef> cashOffered;
    private final IssuedTokenType cash;
    private final long cashOfferedUnits;

    /**
     * Creates an expectation.
     *
     * @param taker who is to hold: the buyer itself, or the key of its client
     * @param cashOffered the buyer's own cash that it offered; empty for a transfer free of payment
     * @param cash the type of that cash, or null
     * @param cashOfferedUnits how much it offered, in smallest units
     */
    TransferExpectation(
            TradeTerms terms,
            Party seller,
            Party buyer,
            AbstractParty taker,
            Set<StateRef> cashOffered,
            IssuedTokenType cash,
            long cashOfferedUnits) {
        this.terms = terms;
        this.seller = seller;
        this.giver = terms.getSellerKey() == null ? seller : new AnonymousParty(terms.getSellerKey());
        this.buyer = buyer;
        this.taker = taker;
        this.cashOffered = new HashSet<>(cashOffered);
        this.cash = cash;
        this.cashOfferedUnits = cashOfferedUnits;
    }

    void check(LedgerTransaction tx, Instant now, Duration longestOpen) throws ProposalRefusedException {
        checkInputs(tx);
        checkOutputs(tx);
        checkCommands(tx);
        TimeWindow window = tx.getTimeWindow();
        expect(
                window != null
                        && window.getUntilTime() != null
                        && !window.getUntilTime().isAfter(now.plus(longestOpen)),
                "The transaction stays open longer than " + longestOpen.getSeconds() + " seconds from now.");
    }

    private void checkInputs(LedgerTransaction tx) throws ProposalRefusedException {
        Set<StateRef> cashInputs = new HashSet<>();
        for (StateAndRef<ContractState> input : tx.getInputs()) {
            ContractState state = input.getState().getData();
            if (state instanceof SecurityToken) {
                SecurityToken token = (SecurityToken) state;
                expect(
                        token.getHolder().getOwningKey().equals(giver.getOwningKey()),
                        "The transaction spends a holding that is not the seller's.");
                expect(
                        token.getIssuedTokenType().equals(terms.getQuantity().getToken()),
                        "The transaction spends another security than the agreed one.");
            } else {
                expect(
                        cashOffered.contains(input.getRef()),
                        "The transaction spends " + input.getRef() + ", which the buyer did not offer.");
                cashInputs.add(input.getRef());
            }
        }
        expect(cashInputs.equals(cashOffered), "The transaction does not spend the cash that the buyer offered.");
    }

    private void checkOutputs(LedgerTransaction tx) throws ProposalRefusedException {
        long bought = 0;
        int boughtStates = 0;
        long paid = 0;
        long change = 0;
        for (TransactionState<ContractState> output : tx.getOutputs()) {
            ContractState state = output.getData();
            if (state instanceof SecurityToken) {
                SecurityToken token = (SecurityToken) state;
                expect(
                        token.getIssuedTokenType().equals(terms.getQuantity().getToken()),
                        "The transaction creates a holding of another security than the agreed one.");
                Quantities.checkUnits(token.getAmount());
                if (token.getHolder().equals(taker)) {
                    bought = Math.addExact(bought, token.getAmount().getQuantity());
                    boughtStates++;
                } else {
                    expect(token.getHolder().equals(giver), "The transaction gives a holding to a third party.");
                }
            } else if (state.getClass() == FungibleToken.class && cash != null) {
                FungibleToken token = (FungibleToken) state;
                expect(
                        token.getIssuedTokenType().equals(cash)
                                && output.getContract().equals(FungibleTokenContract.class.getName())
                                && output.getEncumbrance() == null,
                        "The transaction pays in other cash than the buyer offered.");
                Quantities.checkUnits(token.getAmount());
                if (token.getHolder().equals(seller)) {
                    paid = Math.addExact(paid, token.getAmount().getQuantity());
                } else {
                    expect(token.getHolder().equals(buyer), "The transaction pays a third party.");
                    change = Math.addExact(change, token.getAmount().getQuantity());
                }
            } else {
                throw new ProposalRefusedException(
                        "The transaction creates a " + state.getClass().getSimpleName() + ", which was not agreed.");
            }
        }
        expect(
                boughtStates == 1 && bought == terms.getQuantity().getQuantity(),
                "The transaction gives the buyer " + bought + " units in " + boughtStates + " holdings; agreed were "
                        + terms.getQuantity().getQuantity() + " in one.");
        long price = terms.getPrice() == null ? 0 : terms.getPrice().getQuantity();
        expect(paid == price, "The transaction pays " + paid + " cash units; agreed were " + price + ".");
        expect(
                change == Math.subtractExact(cashOfferedUnits, price),
                "The transaction returns " + change + " cash units of change; due are " + (cashOfferedUnits - price)
                        + ".");
    }

    private void checkCommands(LedgerTransaction tx) throws ProposalRefusedException {
        int securityMoves = 0;
        int cashMoves = 0;
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue().getClass() == MoveTokenCommand.class) {
                IssuedTokenType token = ((MoveTokenCommand) command.getValue()).getToken();
                if (token.equals(terms.getQuantity().getToken())) {
                    securityMoves++;
                } else if (token.equals(cash)) {
                    cashMoves++;
                } else {
                    throw new ProposalRefusedException("The transaction moves a token that was not agreed.");
                }
            } else {
                expect(
                        command.getValue() instanceof Attest,
                        "The transaction has a command "
                                + command.getValue().getClass().getSimpleName() + ", which was not agreed.");
            }
        }
        expect(
                securityMoves == 1 && cashMoves == (cash == null ? 0 : 1),
                "The transaction has " + securityMoves + " moves of the security and " + cashMoves + " of cash.");
    }

    private static void expect(boolean holds, String otherwise) throws ProposalRefusedException {
        if (!holds) {
            throw new ProposalRefusedException(otherwise);
        }
    }
}
