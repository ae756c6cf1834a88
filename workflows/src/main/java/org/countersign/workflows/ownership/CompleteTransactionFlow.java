package org.countersign.workflows.ownership;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRound;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.ReportSeals;
import org.countersign.workflows.validation.RoundOutcome;

/**
 * A registrar takes a transaction from the parties' signatures to everybody's ledger: judge it against the register;
 * ask the other registrars for their votes; add its own, which completes the quorum; notarise; record; launch the
 * distribution. Inline.
 *
 * <p>Run for a proposer that asks, and by a registrar on its own that has voted for a transaction which did not become
 * final. It may run any number of times, here and at other registrars, for one transaction: a vote that was given is
 * given again, and the notary signs what it has notarised again.
 */
final class CompleteTransactionFlow extends FlowLogic<FinalityAnswer> {
    private final SignedTransaction proposed;
    private final Party asker;

    /**
     * Creates the flow.
     *
     * @param proposed complete but for the registrars' and the notary's signatures
     * @param asker who gets this flow's result, and with it all that it lacks of the final transaction: the proposer,
     *     or this registrar itself
     */
    CompleteTransactionFlow(SignedTransaction proposed, Party asker) {
        this.proposed = proposed;
        this.asker = asker;
    }

    @Suspendable
    @Override
    public FinalityAnswer call() throws FlowException {
        SignedTransaction known = getServiceHub().getValidatedTransactions().getTransaction(proposed.getId());
        if (known != null) {
            return distribute(known);
        }
        Verdicts.Said said = Verdicts.on(getServiceHub(), proposed.getId()).orElse(null);
        if (said == null) {
            return consider();
        }
        return said.isVote()
                ? complete(said.transaction(), Collections.emptyList())
                : FinalityAnswer.refused(said.refusal(getOurIdentity()));
    }

    // Also when the transaction was known already: whoever made it final may have died before it was distributed.
    @Suspendable
    private FinalityAnswer distribute(SignedTransaction settled) throws FlowException {
        await(Recipients.distribution(getServiceHub(), settled, getOurIdentity(), asker));
        return FinalityAnswer.settled(settled.getSigs(), ReportSeals.of(getServiceHub(), settled.getId()));
    }

    @Suspendable
    private FinalityAnswer consider() throws FlowException {
        List<String> claims;
        try {
            claims = assess();
        } catch (RegisterAssessment.Refused refused) {
            return refuse(refused.by(getOurIdentity()), refused.getRequirement());
        }
        Optional<String> taken = PendingVotes.claim(getServiceHub(), proposed.getId(), claims, until(), false);
        return taken.isPresent() ? taken(taken.get()) : complete(proposed, claims);
    }

    // The ledger transaction must not be held across a suspension; it cannot be checkpointed.
    private List<String> assess() throws FlowException, RegisterAssessment.Refused {
        return new ArrayList<>(RegisterAssessment.of(getServiceHub(), getOurIdentity(), proposed)
                .getClaims());
    }

    @Suspendable
    private FinalityAnswer complete(SignedTransaction transaction, List<String> claims) throws FlowException {
        CommitteeState committee = Registrars.of(getServiceHub(), transaction).committee();
        RoundOutcome votes = await(new AttestationRound(
                getServiceHub(),
                transaction.getId(),
                Collections.singletonList(Bench.of(committee).without(getOurIdentity())),
                new VoteQuestion(transaction),
                WorkflowSettings.of(getServiceHub()).attestationTimeout()));
        if (!votes.isQuorate()) {
            PendingVotes.release(getServiceHub(), transaction.getId(), claims);
            return new FinalityAnswer(Collections.emptyList(), votes.getRefusals(), votes.getSilent());
        }
        // From here on this registrar's vote leaves the node, and is not taken back whatever becomes of it.
        Optional<String> taken = PendingVotes.claim(getServiceHub(), transaction.getId(), claims, until(), true);
        if (taken.isPresent()) {
            return taken(taken.get());
        }
        MeasureAffirmations.use(getServiceHub(), transaction);
        Verdicts.vote(getServiceHub(), transaction, FinalityWatch.ownPatience(getServiceHub(), committee), true);
        AttestationAnswer own = RegistrarVotes.cast(
                getServiceHub(),
                getOurIdentity().getName(),
                transaction,
                committee.seatOf(getOurIdentity()).orElseThrow(IllegalStateException::new));
        ReportSeals.record(getServiceHub(), transaction, votes.getSeals());
        ReportSeals.record(getServiceHub(), transaction, Collections.singletonList(own.getSeal()));
        return notarise(
                transaction.withAdditionalSignatures(votes.getSignatures()).plus(own.getSignature()));
    }

    @Suspendable
    private FinalityAnswer notarise(SignedTransaction quorate) throws FlowException {
        PendingVotes.submitted(getServiceHub(), quorate.getId());
        List<? extends TransactionSignature> notarySignatures;
        try {
            notarySignatures = subFlow(new NotaryFlow.Client(quorate));
        } catch (NotaryException refused) {
            PendingVotes.answered(getServiceHub(), quorate.getId());
            return understand(new NotaryRefusal(refused.getError(), quorate.getId(), until()));
        }
        SignedTransaction settled = quorate.withAdditionalSignatures(new ArrayList<>(notarySignatures));
        getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(settled));
        return distribute(settled);
    }

    private FinalityAnswer understand(NotaryRefusal refusal) {
        if (refusal.isForGood()) {
            // The claims stand: nobody has signed this refusal, and what it refuses can be signed elsewhere.
            return refuse(refusal.by(getOurIdentity().getName()), null);
        }
        if (refusal.showsNotarisation()) {
            // It is final, and only the registrar that notarised it can show that.
            return new FinalityAnswer(Collections.emptyList(), Collections.emptyList(), Collections.emptyList());
        }
        return FinalityAnswer.refused(refusal.by(proposed.getNotary().getName()));
    }

    private FinalityAnswer taken(String claim) {
        return refuse(
                new Refusal(
                        getOurIdentity().getName(),
                        Refusal.CHECK_FAILED,
                        "Another transaction in flight claims " + claim + "."),
                RegisterRequirement.NO_RIVAL);
    }

    private FinalityAnswer refuse(Refusal refusal, RegisterRequirement failed) {
        // Also what the notary says, which it does not sign: it is on record with this registrar's journal at least.
        RegistrarVotes.enter(getServiceHub(), asker.getName(), proposed, refusal, failed);
        // What was malformed is not a transaction that this registrar could ever be asked to vote for.
        if (!refusal.getCode().equals(Refusal.BAD_REQUEST) && until() != null) {
            Verdicts.refuse(getServiceHub(), proposed.getId(), until(), refusal);
        }
        return FinalityAnswer.refused(refusal);
    }

    private Instant until() {
        return proposed.getTx().getTimeWindow() == null
                ? null
                : proposed.getTx().getTimeWindow().getUntilTime();
    }

    /** Asks a registrar with the whole transaction. */
    private static final class VoteQuestion implements AttestationRound.Question {
        private final SignedTransaction transaction;

        private VoteQuestion(SignedTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public FlowLogic<AttestationAnswers> flow(Party member, List<Aspect> aspects, UUID listener) {
            return new RequestVoteFlow(member, transaction);
        }
    }
}
