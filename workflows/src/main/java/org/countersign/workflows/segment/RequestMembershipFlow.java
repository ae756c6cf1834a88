package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.SegmentMembershipCommand;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;

/**
 * Asks to become a member of a segment.
 *
 * <p>Steps: find the segment; build the application and sign it; notarise; record; hand it to everybody who decides
 * about it. Who is down receives it when it is back. What is decided comes to this node by itself.
 */
@StartableByRPC
public final class RequestMembershipFlow extends FlowLogic<SegmentMembershipState> {
    private final String segment;
    private final List<MembershipEvidence> evidence;
    private final String reasonCode;
    private final String reason;

    /**
     * Creates the flow.
     *
     * @param segment the name of the segment
     * @param evidence a document for each condition of the segment's admission policy
     * @param reasonCode why membership is asked for, for programs
     * @param reason why, for people
     */
    public RequestMembershipFlow(String segment, List<MembershipEvidence> evidence, String reasonCode, String reason) {
        this.segment = segment;
        this.evidence = new ArrayList<>(evidence);
        this.reasonCode = reasonCode;
        this.reason = reason;
    }

    @Suspendable
    @Override
    public SegmentMembershipState call() throws FlowException {
        StateAndRef<SegmentState> current = Segments.only(getServiceHub(), segment);
        SegmentState state = current.getState().getData();
        checkNoneOpen(state);
        SegmentMembershipState application = new SegmentMembershipState(
                new UniqueIdentifier(
                        SegmentMembershipState.externalIdOf(state.getLinearId(), getOurIdentity()), UUID.randomUUID()),
                state.getLinearId(),
                getOurIdentity(),
                evidence,
                new MembershipStanding(MembershipStatus.ASKED, reasonCode, reason),
                state.getKeepers());
        Instant now = getServiceHub().getClock().instant();
        WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
        TransactionBuilder builder = new TransactionBuilder(current.getState().getNotary())
                .addOutputState(application)
                .addReferenceState(new ReferencedStateAndRef<>(current))
                .addCommand(new SegmentMembershipCommand.Ask(), getOurIdentity().getOwningKey())
                .setTimeWindow(
                        TimeWindow.between(now.minus(settings.clockTolerance()), now.plus(settings.timeWindow())));
        Verification.verify(builder, getServiceHub());
        SignedTransaction signed =
                getServiceHub().signInitialTransaction(builder, getOurIdentity().getOwningKey());
        SignedTransaction notarised =
                signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
        getServiceHub().recordTransactions(StatesToRecord.ONLY_RELEVANT, Collections.singleton(notarised));
        await(new SubmissionRound(getServiceHub(), notarised, deciders(state)));
        return application;
    }

    private void checkNoneOpen(SegmentState state) throws FlowException {
        Optional<SegmentMembershipState> open = Memberships.of(getServiceHub(), state, getOurIdentity()).stream()
                .map(known -> known.getState().getData())
                .filter(known -> known.getStanding().getStatus() != MembershipStatus.ENDED
                        && known.getStanding().getStatus() != MembershipStatus.REFUSED)
                .findFirst();
        if (open.isPresent()) {
            throw new WorkflowException(
                    "There is one " + open.get() + ".", "Wait for a decision; a membership that stands is enough.");
        }
    }

    private Set<Party> deciders(SegmentState state) throws FlowException {
        Set<Party> deciders = new LinkedHashSet<>(state.getKeepers());
        Committees.current(getServiceHub(), state.admission().getCommittee())
                .getState()
                .getData()
                .getTerms()
                .getMembers()
                .forEach(member -> deciders.add(member.getParty()));
        deciders.remove(getOurIdentity());
        return deciders;
    }
}
