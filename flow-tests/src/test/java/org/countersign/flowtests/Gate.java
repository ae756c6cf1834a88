package org.countersign.flowtests;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.corda.core.flows.FlowExternalAsyncOperation;

/**
 * Holds a kind of responder back at chosen calls, whichever node takes them, until a test lets it go on. So a test can
 * have something happen in the middle of a flow without a guess at how long anything takes.
 */
final class Gate implements AutoCloseable {
    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();
    private static final Map<String, CompletableFuture<Boolean>> TICKETS = new ConcurrentHashMap<>();

    private final String responder;
    private final Set<Integer> held;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean closed;

    private Gate(String responder, Set<Integer> held) {
        this.responder = responder;
        this.held = held;
    }

    /** Holds the given calls, counted from one on; with none given all of them. */
    static Gate at(Class<?> responder, Integer... held) {
        Gate gate = new Gate(responder.getSimpleName(), new TreeSet<>(Arrays.asList(held)));
        GATES.put(gate.responder, gate);
        return gate;
    }

    /** What the next call has to wait for; null for nothing. */
    static String ticket(Object responder) {
        Gate gate = GATES.get(responder.getClass().getSimpleName());
        if (gate == null) {
            return null;
        }
        int call = gate.calls.incrementAndGet();
        if (!gate.held.isEmpty() && !gate.held.contains(call)) {
            return null;
        }
        TICKETS.putIfAbsent(gate.name(call), new CompletableFuture<>());
        if (gate.closed) {
            gate.open(call);
        }
        return gate.name(call);
    }

    /** Waits until a call has come and is held. */
    Gate held(int call) {
        CountersignNetwork.await(
                "call " + call + " of " + responder + " is held", () -> TICKETS.containsKey(name(call)));
        return this;
    }

    /** How many calls came. */
    int calls() {
        return calls.get();
    }

    /** Lets a call go on that is held. */
    void open(int call) {
        TICKETS.get(name(call)).complete(true);
    }

    @Override
    public void close() {
        GATES.remove(responder, this);
        closed = true;
        TICKETS.forEach((name, ticket) -> {
            if (name.startsWith(responder + System.identityHashCode(this))) {
                ticket.complete(true);
            }
        });
    }

    private String name(int call) {
        return responder + System.identityHashCode(this) + "/" + call;
    }

    /** What a held responder waits for; it is written into checkpoints and so has no more than a name. */
    static final class Opening implements FlowExternalAsyncOperation<Boolean> {
        private final String ticket;

        Opening(String ticket) {
            this.ticket = ticket;
        }

        @Override
        public CompletableFuture<Boolean> execute(String deduplicationId) {
            return TICKETS.getOrDefault(ticket, CompletableFuture.completedFuture(true));
        }
    }
}
