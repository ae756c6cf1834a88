package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Optional;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.governance.AnswersHeard;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.Refusal;

/**
 * The finalising registrar asks another one for its vote.
 *
 * <p>Steps: send the whole transaction with its back-chain, and the seals that came with its attestations; receive a
 * vote with its report and seal, or a refusal. A registrar votes only for another member of the same committee, and
 * never for two transactions that claim the same. A vote that it has given it gives again to any of them, also after
 * the time-window: the one that it was given to may be dead. It remembers what it has voted for, and completes it if
 * nobody else does ({@link FinalityWatch}).
 */
@InitiatingFlow
@StartableByService
public final class RequestVoteFlow extends FlowLogic<AttestationAnswers> {
    private final Party registrar;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param registrar who is asked
     * @param transaction complete but for the registrars' and the notary's signatures
     */
    public RequestVoteFlow(Party registrar, SignedTransaction transaction) {
        this.registrar = registrar;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public AttestationAnswers call() throws FlowException {
        Object came = subFlow(new AskRegistrarFlow(initiateFlow(registrar), transaction));
        new AnswersHeard(getServiceHub(), getOurIdentity(), transaction.getId(), Aspect.OWNERSHIP)
                .hear(registrar, transaction.getTx().getCommands(), came);
        // Not thrown, which would undo what was just written down.
        return AttestationAnswers.of(
                Aspect.OWNERSHIP,
                came instanceof AttestationAnswer ? (AttestationAnswer) came : AttestationAnswer.unreadable(registrar));
    }

    /** The side of the registrar that is asked. */
    @InitiatedBy(RequestVoteFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the finalising registrar
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SignedTransaction transaction = subFlow(new ReceiveProposedFlow(session));
            session.send(answer(transaction), true);
            return null;
        }

        private AttestationAnswer answer(SignedTransaction transaction) throws FlowException {
            Optional<Verdicts.Said> said = Verdicts.on(getServiceHub(), transaction.getId());
            if (said.isPresent() && !said.get().isVote()) {
                Refusal again = said.get().refusal(getOurIdentity());
                RegistrarVotes.enterAgain(
                        getServiceHub(), session.getCounterparty().getName(), transaction, again);
                return AttestationAnswer.refused(again);
            }
            boolean isFinal = getServiceHub().getValidatedTransactions().getTransaction(transaction.getId()) != null;
            return said.isPresent() || isFinal ? voteAgain(transaction) : consider(transaction);
        }

        private AttestationAnswer voteAgain(SignedTransaction transaction) throws FlowException {
            CommitteeState committee =
                    Registrars.of(getServiceHub(), transaction).committee();
            Optional<CommitteeMember> seat = committee.seatOf(getOurIdentity());
            if (!seat.isPresent()
                    || !committee.seatOf(session.getCounterparty()).isPresent()) {
                return strangers(transaction);
            }
            return signed(transaction, seat.get());
        }

        private AttestationAnswer consider(SignedTransaction transaction) throws FlowException {
            try {
                RegisterAssessment assessment = RegisterAssessment.of(getServiceHub(), getOurIdentity(), transaction);
                if (!assessment.getCommittee().seatOf(session.getCounterparty()).isPresent()) {
                    return strangers(transaction);
                }
                Optional<String> taken = PendingVotes.claim(
                        getServiceHub(), transaction.getId(), assessment.getClaims(), assessment.getUntil(), true);
                if (taken.isPresent()) {
                    return refused(
                            transaction,
                            "Another transaction in flight claims " + taken.get() + ".",
                            RegisterRequirement.NO_RIVAL);
                }
                MeasureAffirmations.use(getServiceHub(), transaction);
                Verdicts.vote(
                        getServiceHub(),
                        transaction,
                        FinalityWatch.patience(getServiceHub(), transaction, getOurIdentity()),
                        false);
                return signed(transaction, assessment.getSeat());
            } catch (RegisterAssessment.Refused refusal) {
                return refused(transaction, refusal.by(getOurIdentity()), refusal.getRequirement());
            }
        }

        private AttestationAnswer signed(SignedTransaction transaction, CommitteeMember seat) {
            return RegistrarVotes.cast(
                    getServiceHub(), session.getCounterparty().getName(), transaction, seat);
        }

        private AttestationAnswer strangers(SignedTransaction transaction) {
            return refused(transaction, "Votes are given to registrars of the same committee only.", null);
        }

        private AttestationAnswer refused(
                SignedTransaction transaction, String reason, RegisterRequirement requirement) {
            return refused(
                    transaction, new Refusal(getOurIdentity().getName(), Refusal.CHECK_FAILED, reason), requirement);
        }

        private AttestationAnswer refused(
                SignedTransaction transaction, Refusal refusal, RegisterRequirement requirement) {
            RegistrarVotes.enter(
                    getServiceHub(), session.getCounterparty().getName(), transaction, refusal, requirement);
            return AttestationAnswer.refused(refusal);
        }
    }
}
