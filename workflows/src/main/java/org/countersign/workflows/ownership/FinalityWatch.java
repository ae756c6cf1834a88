package org.countersign.workflows.ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.corda.core.crypto.SecureHash;
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
 * Looks after what this registrar has voted for until it is final, and completes it if nobody else does.
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
    /** With a wait that doubles this is most of a day at the default time-out. */
    private static final int MOST_TRIES = 12;

    private final AppServiceHub services;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "countersign-finality");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean armed = new AtomicBoolean();
    private final Set<SecureHash> underWay = ConcurrentHashMap.newKeySet();

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
                    arm();
                }
            }
        });
    }

    /**
     * How long a registrar waits after its vote before it completes a transaction itself. The registrars' turns are
     * staggered, so that as a rule only one of them does.
     */
    static Duration patience(ServiceHub services, SignedTransaction transaction, Party self)
            throws net.corda.core.flows.FlowException {
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
    void arm() {
        if (armed.compareAndSet(false, true)) {
            Duration pause = WorkflowSettings.of(services).registrarTimeout().dividedBy(LOOKS_PER_TIMEOUT);
            timer.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        armed.set(false);
        boolean more = true;
        try {
            List<SecureHash> due = new ArrayList<>();
            more = services.getDatabase().transaction(session -> {
                due.addAll(review());
                return !Verdicts.isEmpty(services) || !PendingVotes.isEmpty(services);
            });
            due.forEach(this::takeOver);
        } catch (RuntimeException failed) {
            LOGGER.warn("The votes that are not final could not be looked after; trying again.", failed);
        } finally {
            if (more) {
                arm();
            }
        }
    }

    /** Forgets what is settled, and names what is due. */
    private List<SecureHash> review() {
        Instant now = services.getClock().instant();
        Instant closed = now.minus(WorkflowSettings.of(services).clockTolerance());
        List<SecureHash> due = new ArrayList<>();
        for (Verdicts.Vote vote : Verdicts.votes(services)) {
            if (services.getValidatedTransactions().getTransaction(vote.getTransactionId()) != null) {
                Verdicts.forget(services, vote.getTransactionId());
            } else if (!now.isBefore(vote.getDue()) && !underWay.contains(vote.getTransactionId())) {
                if (vote.getTries() >= MOST_TRIES) {
                    LOGGER.warn(
                            "Giving up on transaction {}: no quorum for it can be reached.", vote.getTransactionId());
                    Verdicts.forget(services, vote.getTransactionId());
                } else {
                    Duration pause =
                            WorkflowSettings.of(services).registrarTimeout().multipliedBy(1L << vote.getTries());
                    Verdicts.tryAgain(services, vote.getTransactionId(), now.plus(pause));
                    due.add(vote.getTransactionId());
                }
            }
        }
        Verdicts.forgetRefusals(services, closed);
        PendingVotes.forgetExpired(services, closed);
        return due;
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
}
