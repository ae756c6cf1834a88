package org.countersign.workflows.definition;

import java.time.Instant;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;

/**
 * Pauses a security until a moment that is stated; it moves again by itself. It exists beside {@link ChangeStatusFlow},
 * whose freeze somebody has to lift: a pause is the issuer's wish, and stops no order.
 */
public final class PauseSecurityFlow {
    private PauseSecurityFlow() {}

    /**
     * Starts the pause; runs at the issuer.
     *
     * <p>Steps as in {@link DefinitionChangeFlow}. Fails if the security is frozen, or the moment is past or more than
     * 30 days ahead. A pause that stands is replaced.
     */
    @StartableByRPC
    public static final class Initiator extends DefinitionChangeFlow {
        private final Instant until;
        private final ControlOrder order;

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param until when it moves again, at most 30 days ahead
         * @param order what the pause rests on: reason code, who decided it, its reference, the hash of its document
         */
        public Initiator(String symbol, Instant until, ControlOrder order) {
            super(symbol, Operation.DEFINE);
            this.until = until;
            this.order = order;
        }

        @Override
        void change(SecurityDefinitionState current, TransactionBuilder builder) {
            builder.addOutputState(current.withPause(until, order.toString()))
                    .addCommand(
                            new SecurityDefinitionCommand.Pause(until, order),
                            getOurIdentity().getOwningKey());
        }
    }
}
