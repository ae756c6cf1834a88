package org.countersign.workflows.ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.ServiceLifecycleEvent;
import net.corda.core.node.services.ServiceLifecycleObserver;
import net.corda.core.serialization.SingletonSerializeAsToken;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.ConsultationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what this registrar has voted for: if nobody has made it final it completes it; if somebody has, it asks
 * everybody who must hold it whether they do, for many transactions at once, and delivers what is lacking.
 *
 * <p>All that it knows is in the database, so that it goes on after a restart of the node where it was. While there is
 * nothing to look after it does nothing.
 */
@CordaService
public final class FinalityWatch extends SingletonSerializeAsToken {
    private static final Logger LOGGER = LoggerFactory.getLogger(FinalityWatch.class);
    /** A registrar's turn begins this many quarters of the registrar time-out after its vote: after the proposer's. */
    private static final int FIRST_TURN = 5;

    private static final int QUARTERS = 4;
    private static final int LOOKS_PER_TIMEOUT = 8;
    /**
     * Between two rounds of offers there are at least this many quarters of the registrar time-out, so that one offer
     * names many transactions: a conversation costs the same whatever it names. A minute after its vote at the latest
     * the first registrar to offer has done so.
     */
    private static final int OFFERS_APART = 3;
    /** With a wait that doubles this is most of a day at the default time-out. */
    private static final int MOST_TRIES = 12;

    private final AppServiceHub services;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "countersign-finality");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger quietLooks = new AtomicInteger();
    private final Set<SecureHash> underWay = ConcurrentHashMap.newKeySet();
    // Looks are made by one thread.
    private Instant nextOffers = Instant.EPOCH;

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public FinalityWatch(AppServiceHub services) {
        this.services = services;
        services.register(AppServiceHub.SERVICE_PRIORITY_NORMAL, new ServiceLifecycleObserver() {
            @Override
            public void onServiceLifecycleEvent(ServiceLifecycleEvent event) {
                if (event == ServiceLifecycleEvent.STATE_MACHINE_STARTED) {
                    watch();
                }
            }
        });
    }

    /**
     * How long a registrar waits after its vote before it completes a transaction itself. The registrars' turns are
     * staggered, so that as a rule only one of them does.
     */
    static Duration patience(ServiceHub services, SignedTransaction transaction, Party self) throws FlowException {
        return turn(services, Registrars.of(services, transaction).before(self));
    }

    /** How long a finalising registrar waits for its own flow, which outlives it: longer than all others. */
    static Duration ownPatience(ServiceHub services, CommitteeState committee) {
        return turn(services, committee.getTerms().getMembers().size());
    }

    private static Duration turn(ServiceHub services, int before) {
        return WorkflowSettings.of(services)
                .registrarTimeout()
                .multipliedBy(FIRST_TURN + before)
                .dividedBy(QUARTERS);
    }

    /** Begins to look after votes, unless it does already. */
    void watch() {
        quietLooks.set(0);
        arm();
    }

    private void arm() {
        if (armed.compareAndSet(false, true)) {
            Duration pause = WorkflowSettings.of(services).registrarTimeout().dividedBy(LOOKS_PER_TIMEOUT);
            timer.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        armed.set(false);
        quietLooks.incrementAndGet();
        try {
            Work work = services.getDatabase().transaction(session -> review());
            work.open.forEach(this::takeOver);
            offer(work);
            if (work.more) {
                quietLooks.set(0);
            }
        } catch (RuntimeException failed) {
            LOGGER.warn("The votes that are not settled could not be looked after; trying again.", failed);
        } finally {
            // What has been armed for may not be in the database yet.
            if (quietLooks.get() < LOOKS_PER_TIMEOUT) {
                arm();
            }
        }
    }

    /** Forgets what is settled, and finds what is to be done. */
    private Work review() {
        Instant now = services.getClock().instant();
        Instant closed = now.minus(WorkflowSettings.of(services).clockTolerance());
        Work work = new Work();
        for (Verdicts.Vote vote : Verdicts.due(services, now)) {
            if (!underWay.contains(vote.getTransactionId())) {
                consider(vote, now, work);
            }
        }
        if (!work.settled.isEmpty()) {
            nextOffers = now.plus(WorkflowSettings.of(services)
                    .registrarTimeout()
                    .multipliedBy(OFFERS_APART)
                    .dividedBy(QUARTERS));
        }
        Verdicts.forgetRefusals(services, closed);
        PendingVotes.forgetExpired(services, closed);
        work.more = !Verdicts.isEmpty(services) || !PendingVotes.isEmpty(services);
        return work;
    }

    private void consider(Verdicts.Vote vote, Instant now, Work work) {
        SecureHash transactionId = vote.getTransactionId();
        SignedTransaction known = services.getValidatedTransactions().getTransaction(transactionId);
        if (known != null && vote.isFinaliser()) {
            // Its own flow distributes it, also after a restart.
            Verdicts.forget(services, transactionId);
        } else if (vote.getTries() >= MOST_TRIES) {
            LOGGER.warn("Giving up on transaction {}: it found no quorum, or the notary fails.", transactionId);
            Verdicts.forget(services, transactionId);
            PendingVotes.answered(services, transactionId);
        } else if (known == null || !now.isBefore(nextOffers)) {
            Duration pause = WorkflowSettings.of(services).registrarTimeout().multipliedBy(1L << vote.getTries());
            Verdicts.tryAgain(services, transactionId, now.plus(pause));
            if (known == null) {
                work.open.add(transactionId);
            } else {
                work.offer(known, recipients(known));
            }
        }
    }

    private Set<Party> recipients(SignedTransaction settled) {
        try {
            return Recipients.of(
                    services, settled, services.getMyInfo().getLegalIdentities().get(0));
        } catch (FlowException unresolvable) {
            LOGGER.warn("Who must hold transaction {} cannot be told.", settled.getId(), unresolvable);
            return Collections.emptySet();
        }
    }

    private void takeOver(SecureHash transactionId) {
        LOGGER.info("Completing transaction {}: it was voted for here and has not become final.", transactionId);
        underWay.add(transactionId);
        services.cordaService(ConsultationService.class)
                .start(new TakeOverFinalityFlow(transactionId))
                .whenComplete((answer, failure) -> {
                    underWay.remove(transactionId);
                    if (failure != null) {
                        LOGGER.warn("Transaction {} could not be completed; trying again.", transactionId, failure);
                    } else if (answer != null && answer.getSignatures().isEmpty()) {
                        LOGGER.info("Transaction {} is not final: {}", transactionId, answer.getRefusals());
                    }
                });
    }

    /** Forgets what is offered as soon as the node has taken all offers into its checkpoints. */
    private void offer(Work work) {
        if (work.settled.isEmpty()) {
            return;
        }
        CompletableFuture<?>[] launched = work.offers.entrySet().stream()
                .flatMap(offer -> OfferTransactionsFlow.of(offer.getKey(), offer.getValue()).stream())
                .map(services.cordaService(ConsultationService.class)::launch)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(launched)
                .thenRunAsync(
                        () -> services.getDatabase().transaction(session -> {
                            work.settled.forEach(settled -> Verdicts.forget(services, settled));
                            return null;
                        }),
                        timer)
                .exceptionally(failure -> {
                    LOGGER.warn("What is final could not be offered to all; trying again.", failure);
                    return null;
                });
    }

    /** What a look has found to do. */
    private static final class Work {
        private final List<SecureHash> open = new ArrayList<>();
        private final List<SecureHash> settled = new ArrayList<>();
        private final Map<Party, List<SecureHash>> offers = new LinkedHashMap<>();
        private boolean more;

        private void offer(SignedTransaction transaction, Set<Party> recipients) {
            settled.add(transaction.getId());
            for (Party recipient : recipients) {
                offers.computeIfAbsent(recipient, key -> new ArrayList<>()).add(transaction.getId());
            }
        }
    }
}
