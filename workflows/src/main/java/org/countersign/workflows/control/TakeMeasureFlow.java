package org.countersign.workflows.control;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.Conversation;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.SupersededException;

/** Carries out a measure against a holder: a freeze or its end, a forced transfer or redemption, a recovery. */
public final class TakeMeasureFlow {
    private TakeMeasureFlow() {}

    /**
     * Starts it; runs at a registrar or an observer of the registrars, a recovery at the custodian whose the keys are.
     *
     * <p>Steps: find the definition; affirm the measure for the own operator, if it has a say in it; ask the holder's
     * member which notary its holdings are at now, and wait for that no longer than for a committee; build and sign;
     * attest, vote, finalise. The registrars tell the holder and their observers. Rebuilt once if it was built on
     * superseded facts.
     *
     * <p>Fails, with nothing moved, if the definition does not grant the measure, the operators of a quorum of
     * registrars have not affirmed it in exactly these terms, the holder has less than is ordered at the definition's
     * notary, or, for a recovery, the old key is not frozen as lost or has holdings at another notary.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private final ControlCommand measure;

        /**
         * Creates the flow.
         *
         * @param measure what was ordered
         */
        public Initiator(ControlCommand measure) {
            this.measure = measure;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            MeasureSubject subject = MeasureSubject.of(getServiceHub(), measure);
            subject.checkGranted(measure);
            if (subject.hasASay(getServiceHub(), measure, getOurIdentity())) {
                // Whoever has the order carried out has agreed to it.
                MeasureAffirmations.add(getServiceHub(), measure);
            }
            StateAndRef<SecurityDefinitionState> definition = subject.getDefinition();
            learnWhereHoldingsAre();
            try {
                return take(definition);
            } catch (QuorumException refused) {
                throw refused.getRefusals().stream()
                                .anyMatch(refusal -> refusal.getCode().equals(Refusal.REFUSED_BY_NOTARY))
                        ? unreachable(definition, refused)
                        : refused;
            } catch (SupersededException superseded) {
                return take(subFlow(new FindSecurityFlow.Refreshed(definition, superseded.getReferences())));
            }
        }

        @Suspendable
        private TransactionReceipt take(StateAndRef<SecurityDefinitionState> definition) throws FlowException {
            List<PublicKey> signers = signers();
            TransactionBuilder builder = new MeasureTransaction(getServiceHub(), definition).of(measure, signers);
            Verification.verify(builder, getServiceHub());
            SignedTransaction signed = getServiceHub().signInitialTransaction(builder, signers);
            return subFlow(new FinaliseFlow(signed, measure.operation()));
        }

        // A member that does not tell makes an order fail at the notary, and cannot do more than that.
        @Suspendable
        private void learnWhereHoldingsAre() {
            Party member = WellKnown.of(getServiceHub(), measure.getHolder());
            boolean moves = !(measure instanceof ControlCommand.Freeze) && !(measure instanceof ControlCommand.Release);
            if (moves && member != null && !member.equals(getOurIdentity())) {
                await(new Conversation<>(
                        getServiceHub(),
                        new AskNotaryChangesFlow(
                                member, new NotaryChangeQuery(measure.getSecurity(), measure.getHolder())),
                        WorkflowSettings.of(getServiceHub()).attestationTimeout()));
            }
        }

        private static WorkflowException unreachable(
                StateAndRef<SecurityDefinitionState> definition, QuorumException refused) {
            String notary = definition.getState().getNotary().getName().getOrganisation();
            return new WorkflowException(
                    refused.getRefusals().stream().map(Refusal::toString).collect(Collectors.joining(" ")),
                    "Nothing moved. If the holder has changed the notary of what it holds, without its member telling"
                            + " where it is now, no order reaches it before it is back at " + notary
                            + "; affirm and take the measure again then, when the time-window has closed.");
        }

        private List<PublicKey> signers() throws FlowException {
            List<PublicKey> signers = new ArrayList<>();
            signers.add(getOurIdentity().getOwningKey());
            if (measure instanceof ControlCommand.Recover) {
                PublicKey newKey = ((ControlCommand.Recover) measure).getReceiver();
                Set<PublicKey> asked = Collections.singleton(newKey);
                boolean own = getServiceHub()
                        .getKeyManagementService()
                        .filterMyKeys(asked)
                        .iterator()
                        .hasNext();
                if (!own) {
                    throw new WorkflowException(
                            "The new key is not this node's.",
                            "The custodian that has the new key proposes a recovery.");
                }
                signers.add(newKey);
            }
            return signers;
        }
    }
}
