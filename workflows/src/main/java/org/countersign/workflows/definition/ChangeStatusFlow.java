package org.countersign.workflows.definition;

import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WorkflowException;

/** Freezes a security or lifts the freeze. The registrars decide by quorum; issuer or a registrar proposes. */
public final class ChangeStatusFlow {
    private ChangeStatusFlow() {}

    /**
     * Starts the change; runs at the issuer or at a registrar.
     *
     * <p>Steps as in {@link DefinitionChangeFlow}. Fails if the security has the status already.
     */
    @StartableByRPC
    public static final class Initiator extends DefinitionChangeFlow {
        private final SecurityStatus target;
        private final ControlOrder order;

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param target the status it is to have
         * @param order what the change rests on: reason code, who ordered it, its reference, the hash of its document
         */
        public Initiator(String symbol, SecurityStatus target, ControlOrder order) {
            super(symbol, Operation.DEFINE);
            this.target = target;
            this.order = order;
        }

        @Override
        void change(SecurityDefinitionState current, TransactionBuilder builder) throws FlowException {
            if (current.getStatus() == target) {
                throw new WorkflowException(
                        current.getTerms().getSymbol() + " is " + target + " already: " + current.getStatusReason(),
                        "Nothing is to be done.");
            }
            builder.addOutputState(current.withStatus(target, order.toString()))
                    .addCommand(
                            target == SecurityStatus.FROZEN
                                    ? new SecurityDefinitionCommand.Freeze(order)
                                    : new SecurityDefinitionCommand.Unfreeze(order),
                            getOurIdentity().getOwningKey());
        }
    }
}
