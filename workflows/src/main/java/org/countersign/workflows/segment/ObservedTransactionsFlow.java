package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.register.HoldersRegister;

/**
 * Shows those of a vault's latest changes that belong to a segment: its transfers, issues and redemptions, and what
 * happens to its definitions, memberships and terms. For a client that follows the vault and knows states only; the
 * vault does not tell who consumed one. Reads this node alone, which holds what it observes.
 */
@StartableByRPC
public final class ObservedTransactionsFlow extends FlowLogic<List<TransactionView>> {
    private final String segment;
    private final List<StateRef> created;
    private final List<StateRef> consumed;

    /**
     * Creates the flow.
     *
     * @param segment the name of the segment
     * @param created references of states that have come into this vault
     * @param consumed references of states that have been consumed in it
     */
    public ObservedTransactionsFlow(String segment, List<StateRef> created, List<StateRef> consumed) {
        this.segment = segment;
        this.created = new ArrayList<>(created);
        this.consumed = new ArrayList<>(consumed);
    }

    @Suspendable
    @Override
    public List<TransactionView> call() throws FlowException {
        SegmentState state = Segments.only(getServiceHub(), segment).getState().getData();
        Set<SecureHash> ids = new LinkedHashSet<>();
        created.forEach(ref -> ids.add(ref.getTxhash()));
        ids.addAll(new HoldersRegister(getServiceHub()).endings(consumed));
        List<TransactionView> views = new ArrayList<>();
        for (SecureHash id : ids) {
            SignedTransaction transaction =
                    getServiceHub().getValidatedTransactions().getTransaction(id);
            if (transaction != null
                    && transaction.getCoreTransaction() instanceof WireTransaction
                    && concerns(transaction, state)) {
                views.add(subFlow(new ShowTransactionFlow(id)));
            }
        }
        return views;
    }

    private boolean concerns(SignedTransaction transaction, SegmentState state) throws FlowException {
        List<ContractState> states = new ArrayList<>();
        for (TransactionState<ContractState> output : transaction.getTx().getOutputs()) {
            states.add(output.getData());
        }
        for (StateRef reference : transaction.getTx().getReferences()) {
            states.add(getServiceHub().loadState(reference).getData());
        }
        for (StateRef input : transaction.getInputs()) {
            states.add(getServiceHub().loadState(input).getData());
        }
        for (ContractState touched : states) {
            if (isOf(touched, state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(ContractState touched, SegmentState segment) {
        if (touched instanceof SegmentState) {
            return SelfCertifyingId.same(((SegmentState) touched).getLinearId(), segment.getLinearId());
        }
        return touched instanceof SecurityDefinitionState
                && Segments.isOf(((SecurityDefinitionState) touched).getValidationPolicy(), segment);
    }
}
