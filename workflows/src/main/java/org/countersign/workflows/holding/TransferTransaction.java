package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.workflows.validation.AttestedTransaction;

/** Adds the legs of a transfer to a transaction. It is no flow, so that it can be used and tested without one. */
final class TransferTransaction {
    private TransferTransaction() {}

    /** Moves an amount of a security from a holder to another, with change to the holder, lot by lot. */
    static void addSecurityLeg(
            TransactionBuilder builder,
            List<StateAndRef<FungibleToken>> inputs,
            Amount<IssuedTokenType> quantity,
            AbstractParty from,
            AbstractParty to) {
        LotDivision division = new LotDivision(inputs, quantity, AttestedTransaction.until(builder));
        List<FungibleToken> outputs = new ArrayList<>();
        outputs.add(division.givenTo(to));
        outputs.addAll(division.kept());
        addMove(builder, inputs, outputs, quantity.getToken(), Arrays.asList(from.getOwningKey(), to.getOwningKey()));
    }

    /** Pays an amount of one issuer's cash, with change to the payer. */
    static void addCashLeg(
            TransactionBuilder builder,
            List<StateAndRef<FungibleToken>> inputs,
            Amount<IssuedTokenType> payment,
            Party from,
            Party to) {
        List<FungibleToken> outputs = new ArrayList<>();
        outputs.add(new FungibleToken(payment, to));
        long change = Math.subtractExact(Selection.units(inputs), payment.getQuantity());
        if (change > 0) {
            outputs.add(new FungibleToken(Quantities.units(change, payment), from));
        }
        addMove(builder, inputs, outputs, payment.getToken(), Arrays.asList(from.getOwningKey()));
    }

    private static void addMove(
            TransactionBuilder builder,
            List<StateAndRef<FungibleToken>> inputs,
            List<FungibleToken> outputs,
            IssuedTokenType token,
            List<PublicKey> signers) {
        List<Integer> inputIndices = new ArrayList<>();
        List<Integer> outputIndices = new ArrayList<>();
        for (StateAndRef<FungibleToken> input : inputs) {
            inputIndices.add(builder.inputStates().size());
            builder.addInputState(input);
        }
        for (FungibleToken output : outputs) {
            outputIndices.add(builder.outputStates().size());
            builder.addOutputState(output);
        }
        Set<PublicKey> distinct = new LinkedHashSet<>(signers);
        builder.addCommand(new MoveTokenCommand(token, inputIndices, outputIndices), new ArrayList<>(distinct));
    }
}
