package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.holding.TransactionView.SignatureLine;
import org.countersign.workflows.holding.TransactionView.StateLine;

/** Reads a recorded transaction for people. Fails if this node does not hold it. */
@StartableByRPC
public final class ShowTransactionFlow extends FlowLogic<TransactionView> {
    private final SecureHash id;

    /**
     * Creates the flow.
     *
     * @param id the transaction's id
     */
    public ShowTransactionFlow(SecureHash id) {
        this.id = id;
    }

    @Suspendable
    @Override
    public TransactionView call() throws FlowException {
        SignedTransaction transaction =
                getServiceHub().getValidatedTransactions().getTransaction(id);
        if (transaction == null) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " holds no transaction " + id + ".",
                    "Ask a party of the transaction, a registrar or the regulator.");
        }
        WireTransaction wire = transaction.getTx();
        List<StateLine> inputs = new ArrayList<>();
        for (StateRef input : wire.getInputs()) {
            inputs.add(line(inputs.size(), getServiceHub().loadState(input).getData()));
        }
        List<StateLine> outputs = new ArrayList<>();
        wire.getOutputs().forEach(output -> outputs.add(line(outputs.size(), output.getData())));
        return new TransactionView(
                id,
                operation(wire),
                inputs,
                outputs,
                signatures(transaction),
                wire.getTimeWindow() == null ? null : wire.getTimeWindow().getFromTime(),
                wire.getTimeWindow() == null ? null : wire.getTimeWindow().getUntilTime(),
                wire.getNotary() == null ? null : wire.getNotary().getName());
    }

    private static String operation(WireTransaction wire) {
        StringBuilder text = new StringBuilder();
        for (Command<?> command : wire.getCommands()) {
            String name = command.getValue() instanceof Attest
                    ? "Attest " + ((Attest) command.getValue()).getAspect()
                    : command.getValue().getClass().getSimpleName();
            text.append(text.length() == 0 ? "" : ", ").append(name);
        }
        return text.toString();
    }

    private StateLine line(int index, ContractState state) {
        if (state instanceof FungibleToken) {
            FungibleToken token = (FungibleToken) state;
            Party holder = WellKnown.of(getServiceHub(), token.getHolder().getOwningKey());
            String asset = token.getTokenType().getTokenIdentifier();
            if (token.getTokenType() instanceof TokenPointer) {
                asset = Definitions.byId(
                                getServiceHub(),
                                ((TokenPointer<?>) token.getTokenType())
                                        .getPointer()
                                        .getPointer())
                        .map(found -> found.getState().getData().getTerms().getSymbol())
                        .orElse(asset);
            }
            String quantity = Quantities.isCountable(token.getIssuedTokenType())
                    ? Definitions.quantity(token).toPlainString()
                    : Definitions.quantity(token).toString();
            return new StateLine(index, quantity + " " + asset, holder == null ? null : holder.getName());
        }
        return new StateLine(index, state.toString(), null);
    }

    private List<SignatureLine> signatures(SignedTransaction transaction) throws FlowException {
        Map<PublicKey, SignatureLine> seats = new LinkedHashMap<>();
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest) {
                CommitteeState committee = Committees.at(getServiceHub(), ((Attest) command.getValue()).getCommittee());
                for (CommitteeMember member : committee.getTerms().getMembers()) {
                    seats.put(
                            member.getAttestationKey(),
                            signature(
                                    committee.getAspect() + " committee",
                                    member.getParty().getName(),
                                    member.getAttestationKey()));
                }
            }
        }
        List<SignatureLine> lines = new ArrayList<>();
        for (TransactionSignature signature : transaction.getSigs()) {
            PublicKey key = signature.getBy();
            if (seats.containsKey(key)) {
                lines.add(seats.get(key));
            } else if (transaction.getNotary() != null
                    && CryptoUtils.containsAny(
                            transaction.getNotary().getOwningKey(), java.util.Collections.singleton(key))) {
                lines.add(signature("notary", transaction.getNotary().getName(), key));
            } else {
                Party party = WellKnown.of(getServiceHub(), key);
                lines.add(signature("party", party == null ? null : party.getName(), key));
            }
        }
        return lines;
    }

    private static SignatureLine signature(String role, CordaX500Name party, PublicKey key) {
        return new SignatureLine(role, party, CryptoUtils.toStringShort(key));
    }
}
