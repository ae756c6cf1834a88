package org.countersign.deploy.halting;

import co.paralleluniverse.fibers.Suspendable;
import java.io.File;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.ownership.Submission;

/**
 * What a registrar runs that is to die at the worst moment: asked to finalise, with the notary's signature in its hands
 * and before it has recorded or told anything. It does so if a file in its node's directory orders it to, once; else it
 * does what the real responder does. A node takes the responder that is furthest derived from {@code FlowLogic}.
 */
public final class HaltingFinaliser {
    /** The name of the file. */
    public static final String ORDER = "halt-after-notarisation";

    private static final int AS_IF_KILLED = 137;

    private HaltingFinaliser() {}

    /** One step further from {@code FlowLogic} than the real responder. */
    abstract static class Responder extends FlowLogic<Void> {}

    /** In place of finality. */
    @InitiatedBy(RequestFinalityFlow.class)
    public static final class Finality extends Responder {
        private final FlowSession session;

        /** Created by the node. */
        public Finality(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            if (!order().exists()) {
                subFlow(new RequestFinalityFlow.Handler(session));
                return null;
            }
            // It was up when everything that the transaction builds on became final, so it lacks no history.
            SignedTransaction proposed = session.receive(Submission.class)
                    .unwrap(received -> received)
                    .getTransaction();
            subFlow(new NotaryFlow.Client(quorate(proposed)));
            // Started again from its checkpoint, it finds no order and ends without a word.
            if (order().delete()) {
                Runtime.getRuntime().halt(AS_IF_KILLED);
            }
            return null;
        }

        // A node's process works in the node's directory.
        private static File order() {
            return new File(ORDER).getAbsoluteFile();
        }

        @Suspendable
        private SignedTransaction quorate(SignedTransaction proposed) throws FlowException {
            CommitteeState registrars = registrarsOf(proposed);
            SignedTransaction quorate = proposed.plus(getServiceHub()
                    .createSignature(
                            proposed, registrars.seatOf(getOurIdentity()).get().getAttestationKey()));
            for (int seat = 0; seat < registrars.getTerms().getMembers().size(); seat++) {
                CommitteeMember member = registrars.getTerms().getMembers().get(seat);
                if (!member.getParty().equals(getOurIdentity())) {
                    TransactionSignature vote = subFlow(new RequestVoteFlow(member.getParty(), proposed))
                            .to(Aspect.OWNERSHIP)
                            .getSignature();
                    quorate = quorate.plus(vote);
                }
            }
            return quorate;
        }

        private CommitteeState registrarsOf(SignedTransaction proposed) throws FlowException {
            for (Command<?> command : proposed.getTx().getCommands()) {
                if (command.getValue() instanceof Attest
                        && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                    return (CommitteeState) getServiceHub()
                            .loadState(((Attest) command.getValue()).getCommittee())
                            .getData();
                }
            }
            throw new FlowException("No registrar is asked.");
        }
    }
}
