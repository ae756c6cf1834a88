package org.countersign.workflows.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;

/**
 * Asks all members of several benches at once, each for all of its seats in one conversation, and ends as soon as every
 * bench has its weight, one of them can no longer get it, or time is up. After a restart of the node the round starts
 * over; asking twice does no harm.
 */
public final class AttestationRound implements FlowExternalAsyncOperation<RoundOutcome> {
    /** Makes the flow that asks one member; it is kept in the asking flow's checkpoint. */
    public interface Question {
        /**
         * The flow that asks.
         *
         * @param member who is asked
         * @param aspects what for, each once
         * @param listener to be told answers that come before the last one ({@link ConsultationService#tell})
         * @return a flow that is startable by service
         */
        FlowLogic<AttestationAnswers> flow(Party member, List<Aspect> aspects, UUID listener);
    }

    private final ConsultationService consultation;
    private final SecureHash transactionId;
    private final List<Bench> benches;
    private final Question question;
    private final Duration patience;

    /**
     * Creates a round.
     *
     * @param services the node's services
     * @param transactionId what the signatures must be over
     * @param benches who is asked, and what weight is needed
     * @param question how a member is asked
     * @param patience how long to wait at most
     */
    public AttestationRound(
            ServiceHub services, SecureHash transactionId, List<Bench> benches, Question question, Duration patience) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.transactionId = transactionId;
        this.benches = new ArrayList<>(benches);
        this.question = question;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<RoundOutcome> execute(String deduplicationId) {
        Tally tally = new Tally();
        tally.settle(false);
        seatsByMember().forEach((member, seats) -> ask(tally, member, seats));
        consultation.later(patience, () -> tally.settle(true));
        return tally.result;
    }

    // One conversation with each member, on however many benches it sits.
    private Map<Party, Map<Aspect, Place>> seatsByMember() {
        Map<Party, Map<Aspect, Place>> members = new LinkedHashMap<>();
        for (Bench bench : benches) {
            for (Seat seat : bench.getSeats()) {
                members.computeIfAbsent(seat.getParty(), first -> new LinkedHashMap<>())
                        .put(seat.getAspect(), new Place(bench, seat));
            }
        }
        return members;
    }

    private void ask(Tally tally, Party member, Map<Aspect, Place> places) {
        UUID listener = consultation.listen(told -> tally.record(places, (AttestationAnswers) told, null));
        consultation
                .start(question.flow(member, new ArrayList<>(places.keySet()), listener))
                .whenComplete((answers, failure) -> tally.record(places, answers, failure));
        tally.result.whenComplete((outcome, failure) -> consultation.unlisten(listener));
    }

    /** A seat and the bench that it is on. */
    private static final class Place {
        private final Bench bench;
        private final Seat seat;

        private Place(Bench bench, Seat seat) {
            this.bench = bench;
            this.seat = seat;
        }
    }

    /** Counts answers as they come in, on whichever thread they come. */
    private final class Tally {
        private final CompletableFuture<RoundOutcome> result = new CompletableFuture<>();
        private final Set<Place> heard = new HashSet<>();
        private final List<TransactionSignature> signatures = new ArrayList<>();
        private final List<ReportSeal> seals = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final QuorumCount count = new QuorumCount(benches);

        // An answer that was told before the last one came is among all of them again; it counts once.
        synchronized void record(Map<Aspect, Place> places, AttestationAnswers answers, Throwable failure) {
            places.forEach((aspect, place) -> {
                AttestationAnswer answer = answers == null ? null : answers.to(aspect);
                if ((answer != null || failure != null) && heard.add(place)) {
                    record(place, answer, failure);
                }
            });
            settle(false);
        }

        private void record(Place place, AttestationAnswer answer, Throwable failure) {
            Seat seat = place.seat;
            Refusal refusal =
                    answer == null ? Refusal.brokenOff(seat.getParty().getName(), failure) : refusalIn(answer, seat);
            if (refusal == null) {
                signatures.add(answer.getSignature());
                if (answer.getSeal() != null) {
                    seals.add(answer.getSeal());
                }
                count.attested(place.bench, seat);
            } else {
                refusals.add(refusal);
                if (refusal.isSuperseded()) {
                    count.superseded(place.bench, seat);
                } else {
                    count.refused(place.bench, seat);
                }
            }
        }

        synchronized void settle(boolean timeIsUp) {
            List<String> open = count.open();
            if (open.isEmpty() || timeIsUp || count.isHopeless()) {
                // Who was cut off because nothing was to be reached any more has not failed to answer.
                List<CordaX500Name> silent = timeIsUp ? count.silent() : Collections.emptyList();
                result.complete(
                        new RoundOutcome(signatures, seals, refusals, silent, open, count.mayPassWhenRebuilt()));
            }
        }
    }

    private Refusal refusalIn(AttestationAnswer answer, Seat seat) {
        if (answer.getReport() != null) {
            Optional<String> flaw = ReportCheck.flaw(answer, seat, transactionId);
            if (flaw.isPresent()) {
                return misbehaved(seat, flaw.get());
            }
        }
        if (answer.getRefusal() != null) {
            // The name is taken from whom we asked, not from what the answer claims.
            return Refusal.heard(
                    seat.getParty().getName(),
                    answer.getRefusal().getCode(),
                    answer.getRefusal().getReason());
        }
        TransactionSignature signature = answer.getSignature();
        if (!signature.getBy().equals(seat.getAttestationKey())) {
            return misbehaved(seat, "answered with a signature by another key than that of its seat.");
        }
        if (!SignatureCheck.holds(signature, seat.getAttestationKey(), transactionId)) {
            return misbehaved(seat, "answered with a signature that is not over this transaction.");
        }
        if (answer.getReport() == null) {
            return misbehaved(seat, "attests without a report of what it has checked.");
        }
        return null;
    }

    private static Refusal misbehaved(Seat seat, String what) {
        return new Refusal(
                seat.getParty().getName(),
                Refusal.MISBEHAVED,
                seat.getParty().getName().getOrganisation() + " " + what);
    }
}
