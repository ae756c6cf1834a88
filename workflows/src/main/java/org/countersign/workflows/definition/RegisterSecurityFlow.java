package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import net.corda.core.utilities.ProgressTracker;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;

/** Puts a new security on the ledger: the issuer proposes it and the registrars take it into their register. */
public final class RegisterSecurityFlow {
    private RegisterSecurityFlow() {}

    /**
     * Starts the registration; runs at the issuer.
     *
     * <p>Steps: find the committees; build and sign; attest, vote, notarise, distribute. Fails if a committee is
     * unknown or its choice ambiguous, if the symbol or ISIN is taken, or if a term is out of range.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private static final ProgressTracker.Step BUILDING = new ProgressTracker.Step("Building the definition");
        private static final ProgressTracker.Step FINALISING =
                new ProgressTracker.Step("Having registrars vote and finalise");

        private final SecurityTerms terms;
        private final List<String> committeeNames;
        private final ProgressTracker progress = new ProgressTracker(BUILDING, FINALISING);

        /**
         * Creates the flow.
         *
         * @param terms what the security is
         * @param committeeNames which committees validate it; empty for the only known one of each aspect
         */
        public Initiator(SecurityTerms terms, List<String> committeeNames) {
            this.terms = terms;
            this.committeeNames = new ArrayList<>(committeeNames);
        }

        @Override
        public ProgressTracker getProgressTracker() {
            return progress;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            progress.setCurrentStep(BUILDING);
            Map<Aspect, StateAndRef<CommitteeState>> committees = committees();
            List<AspectRequirement> requirements = new ArrayList<>();
            committees.forEach((aspect, committee) -> requirements.add(
                    new AspectRequirement(aspect, committee.getState().getData().getLinearId(), operationsOf(aspect))));
            ValidationPolicy policy = new ValidationPolicy(Segment.WHOLE_NETWORK, requirements);
            Party notary = committees.get(Aspect.OWNERSHIP).getState().getNotary();
            SecurityDefinitionState definition = SecurityDefinitionState.registered(getOurIdentity(), terms, policy);
            TransactionBuilder builder = AttestedTransaction.start(
                            getServiceHub(), notary, policy, null, Operation.DEFINE)
                    .addOutputState(definition)
                    .addCommand(
                            new SecurityDefinitionCommand.Register(),
                            getOurIdentity().getOwningKey());
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub()
                    .signInitialTransaction(builder, getOurIdentity().getOwningKey());
            progress.setCurrentStep(FINALISING);
            return subFlow(new FinaliseFlow(signed, Operation.DEFINE));
        }

        // Registrars vote on everything; who the parties are is asked wherever a holding moves.
        private static EnumSet<Operation> operationsOf(Aspect aspect) {
            return aspect == Aspect.OWNERSHIP
                    ? EnumSet.allOf(Operation.class)
                    : EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM);
        }

        private Map<Aspect, StateAndRef<CommitteeState>> committees() throws FlowException {
            Map<Aspect, StateAndRef<CommitteeState>> chosen = new EnumMap<>(Aspect.class);
            for (StateAndRef<CommitteeState> committee : Committees.all(getServiceHub())) {
                CommitteeState state = committee.getState().getData();
                if ((committeeNames.isEmpty() || committeeNames.contains(state.getName()))
                        && chosen.put(state.getAspect(), committee) != null) {
                    throw new WorkflowException(
                            "Several committees could attest " + state.getAspect() + ".",
                            "Name the committees of the security.");
                }
            }
            for (String name : committeeNames) {
                if (chosen.values().stream()
                        .noneMatch(known -> known.getState().getData().getName().equals(name))) {
                    throw new WorkflowException(
                            "This node knows no committee named '" + name + "'.", "Name a committee that was founded.");
                }
            }
            if (!chosen.containsKey(Aspect.OWNERSHIP)) {
                throw new WorkflowException(
                        "This node knows no registrars' committee.", "Have the authorities found one, and publish it.");
            }
            return chosen;
        }
    }
}
