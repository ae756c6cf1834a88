package org.countersign.deploy.garbage;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;
import org.countersign.workflows.validation.RequestAttestationFlow;

/**
 * What an authority runs that answers every request with garbage. A node takes the responder that is furthest derived
 * from {@code FlowLogic}; these are one step further than the honest ones.
 */
public final class GarbageAnswers {
    private GarbageAnswers() {}

    /** Hears out the question and answers with something that is no answer. */
    abstract static class Garbage extends FlowLogic<Void> {
        private final FlowSession session;

        Garbage(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public final Void call() throws FlowException {
            session.receive(Object.class).unwrap(question -> question);
            session.send("\u001b[2J" + getRunId().getUuid());
            return null;
        }
    }

    /** In place of an attestation. */
    @InitiatedBy(RequestAttestationFlow.class)
    public static final class Attestation extends Garbage {
        /** Created by the node. */
        public Attestation(FlowSession session) {
            super(session);
        }
    }

    /** In place of a registrar's vote. */
    @InitiatedBy(RequestVoteFlow.class)
    public static final class Vote extends Garbage {
        /** Created by the node. */
        public Vote(FlowSession session) {
            super(session);
        }
    }

    /** In place of finality. */
    @InitiatedBy(RequestFinalityFlow.class)
    public static final class Finality extends Garbage {
        /** Created by the node. */
        public Finality(FlowSession session) {
            super(session);
        }
    }
}
