package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.SupersededException;

/**
 * The frame of every change of a definition that stands; a change fills in what the next version is.
 *
 * <p>Steps: find the current definition; build and sign; have the committees attest and the registrars vote; they
 * notarise and push the new version to all holders. Rebuilt once if the definition or a committee changed meanwhile.
 */
abstract class DefinitionChangeFlow extends FlowLogic<TransactionReceipt> {
    private final String symbol;
    private final Operation operation;

    /**
     * Creates the frame.
     *
     * @param symbol the security
     * @param operation what the transaction does, which says who attests it
     */
    DefinitionChangeFlow(String symbol, Operation operation) {
        this.symbol = symbol;
        this.operation = operation;
    }

    /**
     * Adds the next version, its command, and what else belongs to the change.
     *
     * @param current the current version
     * @param builder with time-window, attestations and the current version as input
     * @throws FlowException if the change makes no sense as things are
     */
    abstract void change(SecurityDefinitionState current, TransactionBuilder builder) throws FlowException;

    @Suspendable
    @Override
    public final TransactionReceipt call() throws FlowException {
        StateAndRef<SecurityDefinitionState> current = subFlow(new FindSecurityFlow.Current(symbol));
        try {
            return propose(current);
        } catch (SupersededException superseded) {
            return propose(subFlow(new FindSecurityFlow.Refreshed(current, superseded.getReferences())));
        }
    }

    @Suspendable
    private TransactionReceipt propose(StateAndRef<SecurityDefinitionState> current) throws FlowException {
        SecurityDefinitionState definition = current.getState().getData();
        TransactionBuilder builder = AttestedTransaction.start(
                        getServiceHub(),
                        current.getState().getNotary(),
                        definition.getValidationPolicy(),
                        current.getRef(),
                        operation)
                .addInputState(current);
        change(definition, builder);
        Verification.verify(builder, getServiceHub());
        SignedTransaction signed =
                getServiceHub().signInitialTransaction(builder, getOurIdentity().getOwningKey());
        return subFlow(new FinaliseFlow(signed, operation));
    }
}
