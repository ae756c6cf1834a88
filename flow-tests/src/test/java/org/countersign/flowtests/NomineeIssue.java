package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;

/** The issuer issues to many keys at once, which it keeps for its subscribers as their nominee. */
final class NomineeIssue extends FlowLogic<TransactionReceipt> {
    private final String symbol;
    private final long units;
    private final List<PublicKey> subscribers;

    NomineeIssue(String symbol, long units, List<PublicKey> subscribers) {
        this.symbol = symbol;
        this.units = units;
        this.subscribers = new ArrayList<>(subscribers);
    }

    @Suspendable
    @Override
    public TransactionReceipt call() throws FlowException {
        StateAndRef<SecurityDefinitionState> definition = subFlow(new FindSecurityFlow.Current(symbol));
        SecurityDefinitionState security = definition.getState().getData();
        IssuedTokenType type = security.tokenType();
        TransactionBuilder builder = AttestedTransaction.start(getServiceHub(), definition, Operation.ISSUE);
        Instant until = AttestedTransaction.until(builder);
        List<Integer> outputs = new ArrayList<>();
        List<PublicKey> signers = new ArrayList<>();
        signers.add(getOurIdentity().getOwningKey());
        for (PublicKey subscriber : subscribers) {
            outputs.add(outputs.size());
            signers.add(subscriber);
            builder.addOutputState(new SecurityToken(
                    new Amount<>(units, type.getDisplayTokenSize(), type),
                    new AnonymousParty(subscriber),
                    until,
                    until));
        }
        builder.addCommand(new IssueTokenCommand(type, outputs), signers);
        return subFlow(new FinaliseFlow(getServiceHub().signInitialTransaction(builder, signers), Operation.ISSUE));
    }
}
