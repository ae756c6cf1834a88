package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/**
 * Asks another authority whether its operator has taken a decision about a segment. The answer binds nobody; whether
 * the authority signs it says when it is asked to.
 *
 * <p>Steps: send the digest of the decision; receive yes or no. Answered to members of a common committee.
 */
@InitiatingFlow
@StartableByService
public final class AskDecisionFlow extends FlowLogic<Boolean> {
    private final Party authority;
    private final SecureHash decision;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param decision the digest of the decision
     */
    public AskDecisionFlow(Party authority, SecureHash decision) {
        this.authority = authority;
        this.decision = decision;
    }

    @Suspendable
    @Override
    public Boolean call() throws FlowException {
        return initiateFlow(authority).sendAndReceive(Boolean.class, decision).unwrap(received -> received);
    }

    /** The side of the authority that is asked. */
    @InitiatedBy(AskDecisionFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the authority that asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SecureHash decision = session.receive(SecureHash.class).unwrap(received -> received);
            for (StateAndRef<CommitteeState> committee : Committees.all(getServiceHub())) {
                CommitteeState state = committee.getState().getData();
                if (state.seatOf(getOurIdentity()).isPresent()
                        && state.seatOf(session.getCounterparty()).isPresent()) {
                    session.send(SegmentDecisions.isTaken(getServiceHub(), decision));
                    return null;
                }
            }
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation()
                            + " tells members of its own committees what its operator has decided.",
                    "Ask as one of them.");
        }
    }
}
