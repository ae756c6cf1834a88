package org.countersign.contracts;

import static org.countersign.contracts.Rules.check;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.transactions.LedgerTransaction;

/**
 * The rules about which code guards a state of this ledger. Every contract of the ledger runs them first.
 *
 * <p>A state is worth what its contract is worth, and a reference state is trusted without its contract being run.
 * Corda accepts a constraint that any jar satisfies, and lets whoever builds a transaction choose the constraint of a
 * new state. A committee made under such a constraint, by a jar that refuses nothing, could be anybody's. So all states
 * of the ledger that meet in a transaction have to be bound to one and the same code.
 */
public final class CodeBinding {
    /** No state under a contract that does not guard it, and no stranger under one of the ledger's contracts. */
    public static final String OWN_CONTRACT =
            "A state of the ledger is under its own contract, and nothing else is under one of these.";
    /** A constraint that any jar satisfies binds nothing. */
    public static final String FIRM_CODE = "A state of the ledger is bound to its code by a signature or a hash.";
    /** Otherwise a state of a forger's code could stand in for a true one. */
    public static final String SAME_CODE = "All states of the ledger in a transaction are bound to the same code.";

    private static final String LEDGER = "org.countersign.contracts.";

    private CodeBinding() {}

    /**
     * Verifies the inputs, outputs and reference states of a transaction.
     *
     * @param tx the transaction
     */
    public static void verify(LedgerTransaction tx) {
        AttachmentConstraint code = null;
        for (TransactionState<?> state : statesOf(tx)) {
            String contract = ownContract(state.getData());
            if (contract == null) {
                check(OWN_CONTRACT, !state.getContract().startsWith(LEDGER));
                continue;
            }
            check(OWN_CONTRACT, state.getContract().equals(contract));
            AttachmentConstraint constraint = state.getConstraint();
            check(
                    FIRM_CODE,
                    constraint instanceof SignatureAttachmentConstraint
                            || constraint instanceof HashAttachmentConstraint);
            check(SAME_CODE, code == null || code.equals(constraint));
            code = constraint;
        }
    }

    private static List<TransactionState<?>> statesOf(LedgerTransaction tx) {
        List<TransactionState<?>> states = new ArrayList<>();
        for (StateAndRef<ContractState> input : tx.getInputs()) {
            states.add(input.getState());
        }
        states.addAll(tx.getOutputs());
        for (StateAndRef<ContractState> reference : tx.getReferences()) {
            states.add(reference.getState());
        }
        return states;
    }

    private static String ownContract(ContractState state) {
        BelongsToContract annotation = state.getClass().getAnnotation(BelongsToContract.class);
        if (annotation == null || !annotation.value().getName().startsWith(LEDGER)) {
            return null;
        }
        return annotation.value().getName();
    }
}
