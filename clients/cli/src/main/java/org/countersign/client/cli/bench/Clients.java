package org.countersign.client.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.rpc.Node;
import org.countersign.client.cli.rpc.NodeConnector;

/**
 * Clients that ask the network at the same time, each on connections of its own and each one operation after the other.
 */
final class Clients implements AutoCloseable {
    private final List<Connections> clients = new ArrayList<>();
    private final ExecutorService threads;

    /**
     * Connects all clients.
     *
     * @param connector the way to the nodes
     * @param parties whose nodes the clients ask
     * @param number how many clients
     * @throws Failure if a node does not answer
     */
    Clients(NodeConnector connector, TradeParties parties, int number) {
        threads = Executors.newFixedThreadPool(number);
        try {
            for (int client = 0; client < number; client++) {
                Node seller = connector.connect(parties.seller());
                try {
                    clients.add(new Connections(seller, connector.connect(parties.buyer())));
                } catch (RuntimeException e) {
                    seller.close();
                    throw e;
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Has the clients do something so many times altogether: whoever is free takes the next turn.
     *
     * @param times how often
     * @param turn what to do once, on any thread
     * @throws Failure the first that a turn throws; turns that have begun are waited for, no others begin
     */
    void share(int times, Turn turn) {
        AtomicInteger left = new AtomicInteger(times);
        List<Future<?>> working = new ArrayList<>();
        for (Connections client : clients) {
            working.add(threads.submit(() -> work(client, left, turn)));
        }
        RuntimeException first = null;
        for (Future<?> work : working) {
            try {
                work.get();
            } catch (ExecutionException e) {
                first = first == null && e.getCause() instanceof RuntimeException cause ? cause : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                left.set(0);
                throw new Failure(FailureCode.INTERNAL, "The measurement was interrupted.", "Start it again.", e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void work(Connections client, AtomicInteger left, Turn turn) {
        try {
            while (left.getAndDecrement() > 0) {
                turn.take(client);
            }
        } catch (RuntimeException e) {
            left.set(0);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clients.forEach(client -> {
            client.seller().close();
            client.buyer().close();
        });
    }

    /**
     * What one client asks.
     *
     * @param seller the node of the member that transfers units
     * @param buyer the node of the member that receives them
     */
    record Connections(Node seller, Node buyer) {}

    /** Something that a client does once. */
    @FunctionalInterface
    interface Turn {
        /**
         * Does it.
         *
         * @param client whose turn it is
         */
        void take(Connections client);
    }
}
