package org.countersign.workflows.ownership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.TransactionStorage;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Refusal;
import rx.Subscription;

/**
 * Hands a transaction to the registrars one after another until one has made it final: the next is asked as well when
 * one refuses, fails, or has not answered in a moment. It ends with the first success, when this node has recorded the
 * transaction because a registrar delivers it, when the refusals leave no quorum, or when all have had their time.
 *
 * <p>The moment is short against the time that a registrar has, because one that is down would otherwise hold up every
 * transaction that begins with it; those that were silent lately are asked last. To ask the next as well doubles the
 * work, and when there is too much of it that makes too much of it still more: so the moment grows with the time that
 * the registrars' answers take lately ({@link RegistrarsHeard#overdueAfter}), and a registrar that answers something
 * else while this one waits is given three moments. That two complete one transaction does no harm, see
 * {@link CompleteTransactionFlow}.
 *
 * <p>No registrar is believed about anybody but itself: an answer counts as a success only if its signatures make the
 * transaction final, and a refusal only against the one who gives it. A lying registrar can so delay a transaction, not
 * stop it. A registrar that broke off has not said its last word: it may have notarised before. The outcome says
 * whether the transaction may still become final, who has not answered, and whom others say they had no vote from.
 */
final class FinalityRound implements FlowExternalAsyncOperation<FinalityOutcome> {
    private static final int MOMENTS_OF_THE_BUSY = 3;

    private final ServiceHub services;
    private final SignedTransaction transaction;
    private final List<CommitteeMember> registrars;
    private final List<CommitteeMember> members;
    private final int threshold;
    private final Duration patience;
    private final Duration leastMoment;

    FinalityRound(ServiceHub services, SignedTransaction transaction, Registrars registrars) {
        WorkflowSettings settings = WorkflowSettings.of(services);
        this.services = services;
        this.transaction = transaction;
        this.registrars = registrars.inTurn();
        this.members = registrars.committee().getTerms().getMembers();
        this.threshold = registrars.committee().getTerms().getThreshold();
        this.patience = settings.registrarTimeout();
        this.leastMoment = settings.nextRegistrar();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public CompletableFuture<FinalityOutcome> execute(String deduplicationId) {
        Relay relay = new Relay(services.cordaService(ConsultationService.class), RegistrarsHeard.of(services));
        TransactionStorage storage = services.getValidatedTransactions();
        Subscription delivery = storage.getUpdates()
                .filter(recorded -> recorded.getId().equals(transaction.getId()))
                .subscribe(relay::deliver, relay.result::completeExceptionally);
        relay.result.whenComplete((answer, failure) -> delivery.unsubscribe());
        SignedTransaction known = storage.getTransaction(transaction.getId());
        if (known != null) {
            relay.deliver(known);
        }
        relay.begin();
        return relay.result;
    }

    /** Asks the registrars in turn, on whichever thread the last answer or the timer comes. */
    private final class Relay {
        private final CompletableFuture<FinalityOutcome> result = new CompletableFuture<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Set<CordaX500Name> lost = new LinkedHashSet<>();
        private final Set<CordaX500Name> answered = new LinkedHashSet<>();
        private final Set<CordaX500Name> outOfTime = new LinkedHashSet<>();
        private final Map<CordaX500Name, List<CordaX500Name>> reported = new LinkedHashMap<>();
        private final ConsultationService consultation;
        private final RegistrarsHeard heard;
        private final List<CommitteeMember> turns;
        private final Duration moment;
        private final Duration more;
        private int asked;

        private Relay(ConsultationService consultation, RegistrarsHeard heard) {
            this.consultation = consultation;
            this.heard = heard;
            this.turns = heard.silentLast(registrars);
            Duration overdue = heard.overdueAfter(members);
            this.moment = shorter(overdue.compareTo(leastMoment) > 0 ? overdue : leastMoment, patience);
            this.more = shorter(moment.multipliedBy(MOMENTS_OF_THE_BUSY - 1), patience.minus(moment));
        }

        private void deliver(SignedTransaction recorded) {
            result.complete(FinalityOutcome.settled(recorded.getSigs()));
        }

        private void begin() {
            askNext();
            consultation.later(patience.multipliedBy(turns.size()), this::end);
        }

        private synchronized void askNext() {
            if (result.isDone() || asked == turns.size()) {
                return;
            }
            Party party = turns.get(asked++).getParty();
            CordaX500Name registrar = party.getName();
            int turn = asked;
            long since = heard.now();
            consultation.start(new RequestFinalityFlow(party, transaction)).whenComplete((answer, failure) -> {
                heard.answered(registrar, since);
                record(registrar, turn, answer, failure);
            });
            consultation.later(moment, () -> overdue(registrar, turn, since));
            consultation.later(patience, () -> runOut(registrar));
        }

        private synchronized void overdue(CordaX500Name registrar, int turn, long since) {
            if (result.isDone() || answered.contains(registrar)) {
                return;
            }
            if (heard.hasAnsweredSince(registrar, since)) {
                consultation.later(more, () -> pass(registrar, turn));
            } else {
                heard.silent(registrar);
                pass(registrar, turn);
            }
        }

        private synchronized void pass(CordaX500Name registrar, int turn) {
            // A registrar that answered has handed on the turn already.
            if (asked == turn && !answered.contains(registrar)) {
                askNext();
            }
        }

        private synchronized void runOut(CordaX500Name registrar) {
            outOfTime.add(registrar);
            settle();
        }

        private synchronized void record(CordaX500Name registrar, int turn, FinalityAnswer answer, Throwable failure) {
            if (result.isDone()) {
                return;
            }
            answered.add(registrar);
            if (failure != null) {
                refusals.add(Refusal.brokenOff(registrar, failure));
            } else if (answer.getSignatures().isEmpty()) {
                answer.getRefusals().forEach(refusal -> hear(registrar, refusal));
                report(registrar, answer.getSilent());
            } else if (FinaliseFlow.isFinal(transaction, answer.getSignatures())) {
                result.complete(FinalityOutcome.settled(answer.getSignatures()));
                return;
            } else {
                lose(new Refusal(
                        registrar,
                        Refusal.MISBEHAVED,
                        registrar.getOrganisation()
                                + " answered with signatures that do not make the transaction final."));
            }
            if (left() < threshold) {
                // Who was cut off because nothing was to be reached any more has not failed to answer.
                result.complete(new FinalityOutcome(new ArrayList<>(), refusals, new ArrayList<>(), reported, false));
                return;
            }
            if (asked == turn) {
                askNext();
            }
            settle();
        }

        private void hear(CordaX500Name registrar, Refusal refusal) {
            Refusal said = Refusal.heard(refusal.getMember(), refusal.getCode(), refusal.getReason());
            // What is no answer is no last word either.
            if (refusal.getMember().equals(registrar) && !said.getCode().equals(Refusal.MISBEHAVED)) {
                lose(said);
            } else {
                refusals.add(said);
            }
        }

        // Of members of the committee only: the rest of a stranger's list is nobody's business.
        private void report(CordaX500Name registrar, List<CordaX500Name> silent) {
            List<CordaX500Name> others = new ArrayList<>();
            for (CommitteeMember member : members) {
                CordaX500Name name = member.getParty().getName();
                if (silent.contains(name) && !name.equals(registrar)) {
                    others.add(name);
                }
            }
            if (!others.isEmpty()) {
                reported.put(registrar, others);
            }
        }

        private void lose(Refusal refusal) {
            if (lost.add(refusal.getMember())) {
                refusals.removeIf(hearsay -> hearsay.getMember().equals(refusal.getMember()));
                refusals.add(refusal);
            }
        }

        // While nobody has answered at all it is this node that may be slow, or cut off.
        private void settle() {
            boolean waits = asked < turns.size() || answered.isEmpty();
            for (CommitteeMember member : turns) {
                CordaX500Name name = member.getParty().getName();
                waits = waits || !answered.contains(name) && !outOfTime.contains(name);
            }
            if (!waits) {
                end();
            }
        }

        private synchronized void end() {
            List<CordaX500Name> silent = new ArrayList<>();
            for (CommitteeMember member : members) {
                if (!answered.contains(member.getParty().getName())) {
                    silent.add(member.getParty().getName());
                }
            }
            result.complete(new FinalityOutcome(new ArrayList<>(), refusals, silent, reported, true));
        }

        // The weight of those who have not refused for good.
        private int left() {
            int left = 0;
            for (CommitteeMember member : registrars) {
                if (!lost.contains(member.getParty().getName())) {
                    left += member.getWeight();
                }
            }
            return left;
        }
    }
}
