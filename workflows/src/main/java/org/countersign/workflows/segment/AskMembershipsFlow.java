package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
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
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;

/**
 * Asks one authority for the memberships of a segment as they stand. Answered to those whom every membership is told
 * anyway, and to nobody else.
 *
 * <p>Steps: send the identifier of the segment; receive the number of transactions; receive and record each. A
 * membership proves itself: its transaction carries the quorum of the segment's committees.
 */
@InitiatingFlow
@StartableByService
public final class AskMembershipsFlow extends FlowLogic<Integer> {
    private static final int MOST = 10_000;

    private final Party authority;
    private final UniqueIdentifier segment;

    /**
     * Creates the flow.
     *
     * @param authority who is asked
     * @param segment the segment's self-certifying identifier
     */
    public AskMembershipsFlow(Party authority, UniqueIdentifier segment) {
        this.authority = authority;
        this.segment = segment;
    }

    @Suspendable
    @Override
    public Integer call() throws FlowException {
        FlowSession session = initiateFlow(authority);
        int number = session.sendAndReceive(Integer.class, segment).unwrap(received -> received);
        if (number < 0 || number > MOST) {
            throw new WorkflowException(
                    "An authority announced " + number + " memberships; 0 to " + MOST + " are taken at once.",
                    "Report it to the governance of the network.");
        }
        for (int received = 0; received < number; received++) {
            subFlow(new ReceiveMembership(session, segment));
        }
        return number;
    }

    /** Records what is a membership of the segment, and nothing else. */
    private static final class ReceiveMembership extends ReceiveFinalFlow {
        private final UniqueIdentifier segment;

        private ReceiveMembership(FlowSession session, UniqueIdentifier segment) {
            super(session, StatesToRecord.ALL_VISIBLE);
            this.segment = segment;
        }

        @Override
        protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
            boolean is = stx.getTx().getOutputs().size() == 1
                    && stx.getTx().getOutput(0) instanceof SegmentMembershipState
                    && SelfCertifyingId.same(
                            ((SegmentMembershipState) stx.getTx().getOutput(0)).getSegment(), segment);
            if (!is) {
                throw new WorkflowException(
                        "The transaction " + stx.getId() + " is no membership of the segment.",
                        "It is not recorded; report the authority that sent it.");
            }
        }
    }

    /** The authority's side. */
    @InitiatedBy(AskMembershipsFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            UniqueIdentifier asked = session.receive(UniqueIdentifier.class).unwrap(received -> received);
            List<SecureHash> transactions = transactions(asked);
            session.send(transactions.size());
            for (SecureHash transaction : transactions) {
                subFlow(new SendTransactionFlow(
                        session, getServiceHub().getValidatedTransactions().getTransaction(transaction)));
            }
            return null;
        }

        private List<SecureHash> transactions(UniqueIdentifier asked) throws FlowException {
            Optional<SegmentState> segment = Segments.byId(getServiceHub(), asked)
                    .map(known -> known.getState().getData());
            if (!segment.isPresent()
                    || !SegmentAudience.ofMemberships(getServiceHub(), segment.get())
                            .contains(session.getCounterparty())) {
                throw new WorkflowException(
                        "Who the members of a segment are is told to its authorities and its regulators.",
                        "Ask as one of them.");
            }
            Set<SecureHash> transactions = new LinkedHashSet<>();
            for (StateAndRef<SegmentMembershipState> membership : Memberships.in(getServiceHub(), segment.get())) {
                if (transactions.size() < MOST) {
                    transactions.add(membership.getRef().getTxhash());
                }
            }
            return new ArrayList<>(transactions);
        }
    }
}
