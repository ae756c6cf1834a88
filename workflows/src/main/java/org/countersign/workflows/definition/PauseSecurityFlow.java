package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;
import org.countersign.workflows.validation.SupersededException;

/**
 * Pauses a security until a moment that is stated; it moves again by itself. It exists beside {@link ChangeStatusFlow},
 * whose freeze somebody has to lift: a pause is the issuer's wish, and stops no order.
 */
public final class PauseSecurityFlow {
    private PauseSecurityFlow() {}

    /**
     * Starts the pause; runs at the issuer.
     *
     * <p>Steps: find the current definition; build and sign; have the registrars vote; they notarise and push the new
     * definition to all holders. Rebuilt once if the definition changed meanwhile. Fails if the security is frozen, or
     * the moment is past or more than 30 days ahead. A pause that stands is replaced.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final Instant until;
        private final String reason;

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param until when it moves again, at most 30 days ahead
         * @param reason why, 1 to 500 characters, on record
         */
        public Initiator(String symbol, Instant until, String reason) {
            this.symbol = symbol;
            this.until = until;
            this.reason = reason;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            StateAndRef<SecurityDefinitionState> current = subFlow(new FindSecurityFlow.Current(symbol));
            try {
                return pause(current);
            } catch (SupersededException superseded) {
                return pause(subFlow(new FindSecurityFlow.Refreshed(current, superseded.getReferences())));
            }
        }

        @Suspendable
        private TransactionReceipt pause(StateAndRef<SecurityDefinitionState> current) throws FlowException {
            SecurityDefinitionState definition = current.getState().getData();
            TransactionBuilder builder = AttestedTransaction.start(
                            getServiceHub(),
                            current.getState().getNotary(),
                            definition.getValidationPolicy(),
                            current.getRef(),
                            Operation.DEFINE)
                    .addInputState(current)
                    .addOutputState(definition.withPause(until, reason))
                    .addCommand(
                            new SecurityDefinitionCommand.Pause(until, reason),
                            getOurIdentity().getOwningKey());
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
            return subFlow(new FinaliseFlow(signed, Operation.DEFINE));
        }
    }
}
