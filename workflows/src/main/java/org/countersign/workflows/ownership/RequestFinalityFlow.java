package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.flows.ReceiveTransactionFlow;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.flows.StateConsumptionDetails;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRound;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.RoundOutcome;
import org.countersign.workflows.validation.Seat;

/**
 * Steps 4 and 5 of a transfer: the proposer hands the transaction to a registrar, who finalises it.
 *
 * <p>Steps of the registrar: receive the transaction and resolve its back-chain; judge it against the register; ask the
 * other registrars for their votes; add its own, which completes the quorum; notarise; record; launch the distribution;
 * answer. The proposer never holds a transaction that is fully signed and not notarised. Asking several registrars for
 * the same transaction does no harm: it has one id, and the notary takes the same transaction twice.
 */
@InitiatingFlow
@StartableByService
public final class RequestFinalityFlow extends FlowLogic<FinalityAnswer> {
    private final Party registrar;
    private final SignedTransaction transaction;

    /**
     * Creates the flow.
     *
     * @param registrar who finalises
     * @param transaction complete but for the registrars' and the notary's signatures
     */
    public RequestFinalityFlow(Party registrar, SignedTransaction transaction) {
        this.registrar = registrar;
        this.transaction = transaction;
    }

    @Suspendable
    @Override
    public FinalityAnswer call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        subFlow(new SendTransactionFlow(session, transaction));
        return session.receive(FinalityAnswer.class).unwrap(answer -> answer);
    }

    /** The registrar's side. */
    @InitiatedBy(RequestFinalityFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the proposer
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SignedTransaction proposed =
                    subFlow(new ReceiveTransactionFlow(session, false, StatesToRecord.ALL_VISIBLE));
            SignedTransaction known = getServiceHub().getValidatedTransactions().getTransaction(proposed.getId());
            session.send(known != null ? repeat(known) : finalise(proposed));
            return null;
        }

        // Another registrar was faster, or the proposer asks again. Distribution is repeated: its launch may have been
        // lost.
        @Suspendable
        private FinalityAnswer repeat(SignedTransaction known) throws FlowException {
            await(Recipients.distribution(getServiceHub(), known, getOurIdentity()));
            return FinalityAnswer.settled(known.getSigs());
        }

        @Suspendable
        private FinalityAnswer finalise(SignedTransaction proposed) throws FlowException {
            RegisterAssessment assessment;
            try {
                assessment = RegisterAssessment.of(getServiceHub(), getOurIdentity(), proposed);
            } catch (RegisterAssessment.Refused refusal) {
                return FinalityAnswer.refused(refusal.by(getOurIdentity()));
            }
            List<String> claims = new ArrayList<>(assessment.getClaims());
            Instant until = assessment.getUntil();
            Optional<String> taken = PendingVotes.claim(getServiceHub(), proposed.getId(), claims, until, false);
            if (taken.isPresent()) {
                return taken(taken.get());
            }
            Bench others = Bench.of(assessment.getCommittee()).without(getOurIdentity());
            java.security.PublicKey ownKey = assessment.getSeat().getAttestationKey();
            // The ledger transaction must not be held across a suspension; it cannot be checkpointed.
            assessment = null;
            RoundOutcome votes = await(new AttestationRound(
                    getServiceHub(),
                    proposed.getId(),
                    Collections.singletonList(others),
                    new VoteQuestion(proposed),
                    WorkflowSettings.of(getServiceHub()).attestationTimeout()));
            if (!votes.isQuorate()) {
                PendingVotes.release(getServiceHub(), proposed.getId(), claims);
                return new FinalityAnswer(Collections.emptyList(), votes.getRefusals(), votes.getSilent());
            }
            // From here on this registrar's vote leaves the node, and is not taken back whatever becomes of it.
            taken = PendingVotes.claim(getServiceHub(), proposed.getId(), claims, until, true);
            if (taken.isPresent()) {
                return taken(taken.get());
            }
            SignedTransaction quorate = proposed.withAdditionalSignatures(votes.getSignatures())
                    .plus(getServiceHub().createSignature(proposed, ownKey));
            return notarise(quorate);
        }

        private FinalityAnswer taken(String claim) {
            return FinalityAnswer.refused(new Refusal(
                    getOurIdentity().getName(),
                    Refusal.CHECK_FAILED,
                    "Another transaction in flight claims " + claim + "."));
        }

        @Suspendable
        private FinalityAnswer notarise(SignedTransaction quorate) throws FlowException {
            List<? extends TransactionSignature> notarySignatures;
            try {
                notarySignatures = subFlow(new NotaryFlow.Client(quorate));
            } catch (NotaryException refused) {
                return FinalityAnswer.refused(new Refusal(
                        quorate.getNotary().getName(), codeOf(refused), String.valueOf(refused.getMessage())));
            }
            SignedTransaction settled = quorate.withAdditionalSignatures(new ArrayList<>(notarySignatures));
            getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(settled));
            await(Recipients.distribution(getServiceHub(), settled, getOurIdentity()));
            return FinalityAnswer.settled(settled.getSigs());
        }

        private static String codeOf(NotaryException refused) {
            if (refused.getError() instanceof NotaryError.Conflict) {
                NotaryError.Conflict conflict = (NotaryError.Conflict) refused.getError();
                for (java.util.Map.Entry<StateRef, StateConsumptionDetails> consumed :
                        conflict.getConsumedStates().entrySet()) {
                    if (consumed.getValue().getType()
                            == StateConsumptionDetails.ConsumedStateType.REFERENCE_INPUT_STATE) {
                        return Refusal.SUPERSEDED;
                    }
                }
            }
            return Refusal.CHECK_FAILED;
        }
    }

    /** Asks a seat with the whole transaction. */
    private static final class VoteQuestion implements AttestationRound.Question {
        private final SignedTransaction transaction;

        private VoteQuestion(SignedTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public FlowLogic<AttestationAnswer> flow(Seat seat) {
            return new RequestVoteFlow(seat.getParty(), transaction);
        }
    }
}
