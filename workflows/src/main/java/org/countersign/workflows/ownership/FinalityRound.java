package org.countersign.workflows.ownership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.TransactionStorage;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Refusal;
import rx.Subscription;

/**
 * Hands a transaction to the registrars one after another until one has made it final: the next is asked when one
 * refuses, fails, or has not answered in time. It ends with the first success, when this node has recorded the
 * transaction because a registrar delivers it, when the refusals leave no quorum, or when all have had their time.
 *
 * <p>No registrar is believed about anybody but itself: an answer counts as a success only if its signatures make the
 * transaction final, and a refusal only against the one who gives it. A lying registrar can so delay a transaction, not
 * stop it. A registrar that broke off has not said its last word: it may have notarised before. The outcome names as
 * silent those who might still finalise; where that is impossible it names nobody.
 */
final class FinalityRound implements FlowExternalAsyncOperation<FinalityAnswer> {
    private final ServiceHub services;
    private final SignedTransaction transaction;
    private final List<CommitteeMember> registrars;
    private final int threshold;
    private final Duration patience;

    FinalityRound(ServiceHub services, SignedTransaction transaction, Registrars registrars, Duration patience) {
        this.services = services;
        this.transaction = transaction;
        this.registrars = registrars.inTurn();
        this.threshold = registrars.committee().getTerms().getThreshold();
        this.patience = patience;
    }

    @Override
    public CompletableFuture<FinalityAnswer> execute(String deduplicationId) {
        Relay relay = new Relay(services.cordaService(ConsultationService.class));
        TransactionStorage storage = services.getValidatedTransactions();
        Subscription delivery = storage.getUpdates()
                .filter(recorded -> recorded.getId().equals(transaction.getId()))
                .subscribe(relay::deliver, relay.result::completeExceptionally);
        relay.result.whenComplete((answer, failure) -> delivery.unsubscribe());
        SignedTransaction known = storage.getTransaction(transaction.getId());
        if (known != null) {
            relay.deliver(known);
        }
        relay.askNext();
        return relay.result;
    }

    /** Asks the registrars in turn, on whichever thread the last answer or the timer comes. */
    private final class Relay {
        private final CompletableFuture<FinalityAnswer> result = new CompletableFuture<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Set<CordaX500Name> lost = new LinkedHashSet<>();
        private final ConsultationService consultation;
        private int asked;

        private Relay(ConsultationService consultation) {
            this.consultation = consultation;
        }

        private void deliver(SignedTransaction recorded) {
            result.complete(FinalityAnswer.settled(recorded.getSigs(), Collections.emptyList()));
        }

        synchronized void askNext() {
            if (result.isDone()) {
                return;
            }
            if (asked == registrars.size()) {
                result.complete(new FinalityAnswer(new ArrayList<>(), refusals, undecided()));
                return;
            }
            Party registrar = registrars.get(asked++).getParty();
            int turn = asked;
            consultation
                    .start(new RequestFinalityFlow(registrar, transaction))
                    .whenComplete((answer, failure) -> record(registrar, turn, answer, failure));
            consultation.later(patience, () -> overdue(turn));
        }

        private synchronized void overdue(int turn) {
            // A registrar that answered has handed on the turn already.
            if (asked == turn) {
                askNext();
            }
        }

        private synchronized void record(Party registrar, int turn, FinalityAnswer answer, Throwable failure) {
            if (result.isDone()) {
                return;
            }
            if (failure != null) {
                refusals.add(Refusal.heard(registrar.getName(), Refusal.BAD_REQUEST, causeOf(failure)));
            } else if (answer.getSignatures().isEmpty()) {
                answer.getRefusals().forEach(refusal -> hear(registrar, refusal));
            } else if (FinaliseFlow.isFinal(transaction, answer.getSignatures())) {
                result.complete(answer);
                return;
            } else {
                lose(new Refusal(
                        registrar.getName(),
                        Refusal.MISBEHAVED,
                        registrar.getName().getOrganisation()
                                + " answered with signatures that do not make the transaction final."));
            }
            if (hopeless()) {
                result.complete(new FinalityAnswer(new ArrayList<>(), refusals, new ArrayList<>()));
            } else if (asked == turn) {
                askNext();
            }
        }

        private void hear(Party registrar, Refusal refusal) {
            Refusal heard = Refusal.heard(refusal.getMember(), refusal.getCode(), refusal.getReason());
            // What is no answer is no last word either.
            if (refusal.getMember().equals(registrar.getName())
                    && !heard.getCode().equals(Refusal.MISBEHAVED)) {
                lose(heard);
            } else {
                refusals.add(heard);
            }
        }

        private void lose(Refusal refusal) {
            if (lost.add(refusal.getMember())) {
                refusals.removeIf(hearsay -> hearsay.getMember().equals(refusal.getMember()));
                refusals.add(refusal);
            }
        }

        private List<CordaX500Name> undecided() {
            List<CordaX500Name> undecided = new ArrayList<>();
            for (CommitteeMember member : registrars) {
                if (!lost.contains(member.getParty().getName())) {
                    undecided.add(member.getParty().getName());
                }
            }
            return undecided;
        }

        private boolean hopeless() {
            int left = 0;
            for (CommitteeMember member : registrars) {
                if (!lost.contains(member.getParty().getName())) {
                    left += member.getWeight();
                }
            }
            return left < threshold;
        }
    }

    private static String causeOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
