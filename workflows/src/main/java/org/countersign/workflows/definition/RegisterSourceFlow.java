package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ProgressTracker;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.SupersededException;

/**
 * Puts a new security on the ledger that is written in the security language. Beside {@link RegisterSecurityFlow},
 * which is told terms one by one, it takes the whole from a source, and pins the rules that the source compiles to.
 */
public final class RegisterSourceFlow {
    private RegisterSourceFlow() {}

    /**
     * Starts the registration; runs at the issuer.
     *
     * <p>Steps: check the source, against the committees that this node knows too; compile it and keep the jar; build
     * and sign; have the registrars compile the source again, compare and vote; they notarise and distribute. Fails if
     * the source has an error, is another issuer's, or names a committee that is unknown or not competent, and if
     * symbol or ISIN is taken.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private static final ProgressTracker.Step COMPILING = new ProgressTracker.Step("Compiling the source");
        private static final ProgressTracker.Step FINALISING =
                new ProgressTracker.Step("Having registrars compare, vote and finalise");

        private final String source;
        private final ProgressTracker progress = new ProgressTracker(COMPILING, FINALISING);

        /**
         * Creates the flow.
         *
         * @param source the text of a {@code .security} file, at most 256 KiB
         */
        public Initiator(String source) {
            this.source = source;
        }

        @Override
        public ProgressTracker getProgressTracker() {
            return progress;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            try {
                return register();
            } catch (SupersededException superseded) {
                await(new DefinitionRound(getServiceHub(), getOurIdentity(), new DefinitionQuery(null, null)));
                return register();
            }
        }

        @Suspendable
        private TransactionReceipt register() throws FlowException {
            progress.setCurrentStep(COMPILING);
            CompiledSource compiled = CompiledSource.of(getServiceHub(), source);
            SecurityDefinitionState definition = compiled.definition(getServiceHub(), getOurIdentity());
            compiled.keep(getServiceHub());
            SignedTransaction signed = RegistrationTransaction.signed(getServiceHub(), definition);
            progress.setCurrentStep(FINALISING);
            return subFlow(new FinaliseFlow(signed, Operation.DEFINE));
        }
    }
}
