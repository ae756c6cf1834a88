package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;

/**
 * Hands an application for membership to one authority, which records it for its operator to decide.
 *
 * <p>Steps: send the application, which is final as such. The authority takes it from the applicant only, for a segment
 * about which it decides or whose registers it keeps, and a few at a time.
 */
@InitiatingFlow
@StartableByService
public final class SubmitApplicationFlow extends FlowLogic<Void> {
    private final Party authority;
    private final SignedTransaction application;

    /**
     * Creates the flow.
     *
     * @param authority who receives
     * @param application notarised
     */
    public SubmitApplicationFlow(Party authority, SignedTransaction application) {
        this.authority = authority;
        this.application = application;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        subFlow(new SendTransactionFlow(initiateFlow(authority), application));
        return null;
    }

    /** The authority's side. */
    @InitiatedBy(SubmitApplicationFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the applicant
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            subFlow(new ReceiveApplication(session));
            return null;
        }
    }

    /** Records what is an application of its sender, and nothing else. */
    private static final class ReceiveApplication extends ReceiveFinalFlow {
        private static final int MOST_OPEN = 3;

        private ReceiveApplication(FlowSession session) {
            super(session, StatesToRecord.ALL_VISIBLE);
        }

        @Override
        protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
            if (stx.getTx().getOutputs().size() != 1 || !(stx.getTx().getOutput(0) instanceof SegmentMembershipState)) {
                throw refused("it is none");
            }
            SegmentMembershipState application =
                    (SegmentMembershipState) stx.getTx().getOutput(0);
            if (application.getStanding().getStatus() != MembershipStatus.ASKED
                    || !application.getMember().equals(sender.getCounterparty())
                    || !application
                            .getMember()
                            .getName()
                            .equals(sender.getCounterparty().getName())) {
                throw refused("it is not its sender's");
            }
            StateAndRef<SegmentState> segment = Segments.byId(getServiceHub(), application.getSegment())
                    .orElseThrow(() -> refused("its segment is not known here"));
            SegmentState state = segment.getState().getData();
            if (!state.getKeepers().contains(getOurIdentity()) && !admits(state)) {
                throw refused("it is not decided here");
            }
            long open = Memberships.of(getServiceHub(), state, application.getMember()).stream()
                    .filter(known -> known.getState().getData().getStanding().getStatus() == MembershipStatus.ASKED)
                    .count();
            if (open >= MOST_OPEN) {
                throw refused("there are " + open + " that wait already");
            }
        }

        private boolean admits(SegmentState segment) throws FlowException {
            return Committees.current(getServiceHub(), segment.admission().getCommittee())
                    .getState()
                    .getData()
                    .seatOf(getOurIdentity())
                    .isPresent();
        }

        private WorkflowException refused(String why) {
            return new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " does not take the application: " + why + ".",
                    "Ask for membership with 'segment join'.");
        }
    }
}
