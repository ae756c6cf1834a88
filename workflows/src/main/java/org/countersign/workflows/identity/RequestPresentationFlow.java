package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.workflows.WorkflowException;

/**
 * An authority asks a member for the credentials of its keys, for one transaction. It asks the member itself and not
 * the proposer, so that neither side of a trade sees the other's.
 *
 * <p>Steps: send the request; receive what is presented, which the caller verifies. Fails if the member refuses.
 */
@InitiatingFlow
@StartableByService
public final class RequestPresentationFlow extends FlowLogic<PresentationAnswer> {
    private final Party member;
    private final PresentationRequest request;

    /**
     * Creates the flow.
     *
     * @param member who is asked
     * @param request what for
     */
    public RequestPresentationFlow(Party member, PresentationRequest request) {
        this.member = member;
        this.request = request;
    }

    @Suspendable
    @Override
    public PresentationAnswer call() throws FlowException {
        PresentationAnswer answer = initiateFlow(member)
                .sendAndReceive(PresentationAnswer.class, request)
                .unwrap(received -> received);
        if (answer.getDocuments().size() > PresentationAnswer.MOST) {
            throw new WorkflowException(
                    member.getName().getOrganisation() + " presents "
                            + answer.getDocuments().size() + " credentials.",
                    "At most " + PresentationAnswer.MOST + " are looked at; present those that are needed.");
        }
        return answer;
    }

    /** The member's side. */
    @InitiatedBy(RequestPresentationFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the authority
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            PresentationRequest request =
                    session.receive(PresentationRequest.class, true).unwrap(received -> received);
            session.send(new Presentations(getServiceHub()).answer(request, session.getCounterparty()), true);
            return null;
        }
    }
}
