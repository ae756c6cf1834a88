package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRound;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.QuorumException;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.RoundOutcome;

/**
 * Takes a decision on behalf of this node's operator, and carries it out if it was the last that was missing. Inline.
 *
 * <p>Steps: record the decision here; ask the other members of the deciding committees whether their operators have
 * taken it; with a quorum of each, build and sign; have the admitting committee attest, if it is not the registrars;
 * have the registrars vote, notarise and distribute. Without a quorum nothing but the record is made.
 */
final class TakeDecisionFlow extends FlowLogic<SegmentDecisionOutcome> {
    private final ProposedDecision decision;

    TakeDecisionFlow(ProposedDecision decision) {
        this.decision = decision;
    }

    @Suspendable
    @Override
    public SegmentDecisionOutcome call() throws FlowException {
        List<CommitteeState> deciders = decision.deciders(getServiceHub());
        if (deciders.stream()
                .noneMatch(committee -> committee.seatOf(getOurIdentity()).isPresent())) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " has no seat on the committee that decides this: "
                            + deciders.get(0).getName() + ".",
                    "Have one of its members decide.");
        }
        SegmentDecisions.take(getServiceHub(), decision.digest(), decision.subject());
        DecisionPoll.Result poll =
                await(new DecisionPoll(getServiceHub(), getOurIdentity(), decision.digest(), deciders));
        if (!poll.isQuorate()) {
            return new SegmentDecisionOutcome(decision.digest(), null, poll.getTaken(), poll.getOpen());
        }
        TransactionBuilder builder = decision.transaction(getServiceHub(), getOurIdentity());
        Verification.verify(builder, getServiceHub());
        SignedTransaction signed =
                getServiceHub().signInitialTransaction(builder, getOurIdentity().getOwningKey());
        return new SegmentDecisionOutcome(
                decision.digest(),
                subFlow(new FinaliseFlow(admitted(signed), Operation.DEFINE)),
                poll.getTaken(),
                poll.getOpen());
    }

    @Suspendable
    private SignedTransaction admitted(SignedTransaction signed) throws FlowException {
        AspectRequirement admission = decision.segment().admission();
        if (admission.getAspect() == Aspect.OWNERSHIP) {
            return signed;
        }
        CommitteeState committee = Committees.current(getServiceHub(), admission.getCommittee())
                .getState()
                .getData();
        RoundOutcome outcome = await(new AttestationRound(
                getServiceHub(),
                signed.getId(),
                Collections.singletonList(Bench.of(committee).without(getOurIdentity())),
                new AdmissionQuestion(signed),
                WorkflowSettings.of(getServiceHub()).attestationTimeout()));
        if (!outcome.isQuorate()) {
            throw new QuorumException(outcome.getOpenCommittees(), outcome.getRefusals(), outcome.getSilent());
        }
        ReportSeals.record(getServiceHub(), signed, outcome.getSeals());
        SignedTransaction admitted = signed.withAdditionalSignatures(outcome.getSignatures());
        CommitteeMember seat = committee.seatOf(getOurIdentity()).orElse(null);
        if (seat == null) {
            return admitted;
        }
        AttestationAnswer own =
                AdmissionVotes.cast(getServiceHub(), getOurIdentity().getName(), signed, committee.getAspect(), seat);
        ReportSeals.record(getServiceHub(), signed, Collections.singletonList(own.getSeal()));
        return admitted.plus(own.getSignature());
    }

    /** Asks a seat of the admitting committee with the whole transaction. */
    private static final class AdmissionQuestion implements AttestationRound.Question {
        private final SignedTransaction transaction;

        private AdmissionQuestion(SignedTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public FlowLogic<AttestationAnswers> flow(Party member, List<Aspect> aspects, UUID listener) {
            return new RequestAdmissionFlow(member, aspects.get(0), transaction);
        }
    }
}
