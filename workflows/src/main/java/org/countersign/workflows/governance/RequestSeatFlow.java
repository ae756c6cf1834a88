package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;

/**
 * Asks one member of the next epoch of a committee which key it wants for its seat. The first half of a reform; apart
 * from {@link RequestConsentFlow} because a member can sign only when all keys are known.
 */
@InitiatingFlow
@StartableByService
public final class RequestSeatFlow extends FlowLogic<PublicKey> {
    private final Party member;
    private final ReformOffer offer;

    /**
     * Creates the flow.
     *
     * @param member who is offered a seat
     * @param offer the reform
     */
    public RequestSeatFlow(Party member, ReformOffer offer) {
        this.member = member;
        this.offer = offer;
    }

    @Suspendable
    @Override
    public PublicKey call() throws FlowException {
        return initiateFlow(member).sendAndReceive(PublicKey.class, offer).unwrap(key -> key);
    }

    /** The side of the member: gives a key if its operator has affirmed the reform. */
    @InitiatedBy(RequestSeatFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the member that proposes the reform
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            ReformOffer offer = session.receive(ReformOffer.class).unwrap(received -> received);
            StateAndRef<CommitteeState> ending =
                    ReformAcceptance.check(getServiceHub(), offer, session.getCounterparty(), getOurIdentity());
            if (!offer.seats(getOurIdentity())) {
                throw new WorkflowException(
                        "The reform of committee '" + offer.getTerms().getName() + "' has no seat for "
                                + getOurIdentity().getName().getOrganisation() + ".",
                        "Ask those for a key who are to have a seat.");
            }
            session.send(ReformAffirmations.seatKey(
                    getServiceHub(), offer, ending.getState().getData(), getOurIdentity()));
            return null;
        }
    }
}
