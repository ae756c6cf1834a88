package org.countersign.workflows.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.node.services.ServiceLifecycleEvent;
import net.corda.core.node.services.ServiceLifecycleObserver;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts flows beside the one that asks for them, so that one dead peer holds up nobody else.
 *
 * <p>A flow that talks to several peers itself waits for the slowest, and {@code receive} has no time-out. With a flow
 * of its own per peer the asking flow awaits a future that is complete when enough have answered or time has run out. A
 * flow that waits for a dead peer stays behind and ends when the peer is back.
 */
@CordaService
public final class ConsultationService extends SingletonSerializeAsToken {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsultationService.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final AppServiceHub services;
    private final ExpiringLocks locks;
    private final ConcurrentMap<UUID, Consumer<Object>> listeners = new ConcurrentHashMap<>();
    // startFlow runs a flow in line when it is called on a flow's thread, so it is called on one of these.
    private final ExecutorService starter = Executors.newFixedThreadPool(2, daemon("countersign-consultation"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemon("countersign-timer"));

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public ConsultationService(AppServiceHub services) {
        this.services = services;
        this.locks = new ExpiringLocks(services);
        services.register(AppServiceHub.SERVICE_PRIORITY_NORMAL, new ServiceLifecycleObserver() {
            @Override
            public void onServiceLifecycleEvent(ServiceLifecycleEvent event) {
                if (event == ServiceLifecycleEvent.STATE_MACHINE_STARTED) {
                    resume();
                }
            }
        });
    }

    // Also for locks of flows that have ended, which hold nothing any more.
    private void resume() {
        Instant now = services.getClock().instant();
        services.getDatabase().transaction(session -> locks.open()).forEach((lock, until) -> {
            Duration left = Duration.between(now, until);
            expireLater(lock, left.isNegative() ? Duration.ZERO : left);
        });
    }

    /**
     * Starts a flow beside the caller's.
     *
     * @param flow a flow annotated as startable by service
     * @param <A> what it returns
     * @return its result or failure
     */
    public <A> CompletableFuture<A> start(FlowLogic<A> flow) {
        return CompletableFuture.supplyAsync(() -> services.startFlow(flow), starter)
                .thenCompose(handle -> handle.getReturnValue().toCompletableFuture());
    }

    /**
     * Starts a flow beside the caller's without waiting for its result.
     *
     * @param flow a flow annotated as startable by service
     * @return complete as soon as the node has taken the flow into its checkpoints, from when on it survives a restart
     */
    public CompletableFuture<Boolean> launch(FlowLogic<?> flow) {
        return CompletableFuture.supplyAsync(
                () -> {
                    services.startFlow(flow);
                    return true;
                },
                starter);
    }

    /**
     * Listens to what flows tell while they still run.
     *
     * @param listener is called on whichever thread something is told on, and must not block it
     * @return the id under which flows tell it; good until {@link #unlisten} or the node's restart
     */
    public UUID listen(Consumer<Object> listener) {
        UUID id = UUID.randomUUID();
        listeners.put(id, listener);
        return id;
    }

    /**
     * Listens no more.
     *
     * @param id from {@link #listen}
     */
    public void unlisten(UUID id) {
        listeners.remove(id);
    }

    /**
     * Tells a listener something; nobody, if it listens no more.
     *
     * @param id of the listener
     * @param what whatever the listener understands
     */
    public void tell(UUID id, Object what) {
        Consumer<Object> listener = listeners.get(id);
        if (listener != null) {
            listener.accept(what);
        }
    }

    /**
     * Runs something later, on a thread that must not be blocked.
     *
     * @param delay from now
     * @param task what to run
     */
    public void later(Duration delay, Runnable task) {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Gives up a flow's soft locks after a delay, unless the flow says before that it keeps them. For a flow that waits
     * for a counterparty: it may wait for ever, what it has reserved may not. Call it in that flow; the delay goes on
     * when the node is down.
     *
     * @param lock the id of the locks
     * @param delay how long from now
     */
    public void expire(UUID lock, Duration delay) {
        locks.add(lock, services.getClock().instant().plus(delay));
        expireLater(lock, delay);
    }

    private void expireLater(UUID lock, Duration delay) {
        later(delay, () -> {
            try {
                services.getDatabase().transaction(session -> {
                    locks.expire(lock);
                    return null;
                });
            } catch (RuntimeException failed) {
                LOGGER.warn("What {} has reserved could not be given up; trying again.", lock, failed);
                expireLater(lock, AGAIN);
            }
        });
    }

    /**
     * Keeps soft locks that would expire. Call it in the flow that holds them.
     *
     * @param lock the id of the locks
     * @return false if they have expired already
     */
    public boolean keep(UUID lock) {
        return locks.keep(lock);
    }

    private static ThreadFactory daemon(String name) {
        return runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
