package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.SupersededException;

/** Freezes a security or lifts the freeze. The registrars decide by quorum; issuer or a registrar proposes. */
public final class ChangeStatusFlow {
    private ChangeStatusFlow() {}

    /**
     * Starts the change; runs at the issuer or at a registrar.
     *
     * <p>Steps: find the current definition; build and sign; have the registrars vote; they notarise and push the new
     * definition to all holders. Rebuilt once if the definition changed meanwhile.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final SecurityStatus target;
        private final String reason;

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param target the status it is to have
         * @param reason why, 1 to 500 characters, on record
         */
        public Initiator(String symbol, SecurityStatus target, String reason) {
            this.symbol = symbol;
            this.target = target;
            this.reason = reason;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            StateAndRef<SecurityDefinitionState> current = subFlow(new FindSecurityFlow.Current(symbol));
            try {
                return change(current);
            } catch (SupersededException superseded) {
                return change(subFlow(new FindSecurityFlow.Refreshed(current, superseded.getReferences())));
            }
        }

        @Suspendable
        private TransactionReceipt change(StateAndRef<SecurityDefinitionState> current) throws FlowException {
            SecurityDefinitionState definition = current.getState().getData();
            if (definition.getStatus() == target) {
                throw new WorkflowException(
                        symbol + " is " + target + " already: " + definition.getStatusReason(),
                        "Nothing is to be done.");
            }
            TransactionBuilder builder = AttestedTransaction.start(
                            getServiceHub(),
                            current.getState().getNotary(),
                            definition.getValidationPolicy(),
                            current.getRef(),
                            Operation.DEFINE)
                    .addInputState(current)
                    .addOutputState(definition.withStatus(target, reason))
                    .addCommand(
                            target == SecurityStatus.FROZEN
                                    ? new SecurityDefinitionCommand.Freeze(reason)
                                    : new SecurityDefinitionCommand.Unfreeze(reason),
                            getOurIdentity().getOwningKey());
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
            return subFlow(new FinaliseFlow(signed, Operation.DEFINE));
        }
    }
}
