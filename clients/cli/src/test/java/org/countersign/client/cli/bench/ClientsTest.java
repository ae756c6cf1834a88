package org.countersign.client.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Node;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final Member SELLER = member("seller");
    private static final Member BUYER = member("buyer");
    private static final TradeParties PARTIES = new TradeParties(member("issuer"), SELLER, BUYER);

    private final AtomicInteger open = new AtomicInteger();
    private int allowed = Integer.MAX_VALUE;

    @Test
    void allClientsAreAtItAtTheSameTime() {
        CyclicBarrier together = new CyclicBarrier(3);
        AtomicInteger taken = new AtomicInteger();
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        try (Clients clients = clients(3)) {
            clients.share(9, client -> {
                seen.add(client);
                taken.incrementAndGet();
                await(together);
            });
        }

        assertThat(taken).hasValue(9);
        assertThat(seen).hasSize(3);
        assertThat(open).hasValue(0);
    }

    @Test
    void nothingIsDoneNoTimes() {
        AtomicInteger taken = new AtomicInteger();
        try (Clients clients = clients(2)) {
            clients.share(0, client -> taken.incrementAndGet());
        }

        assertThat(taken).hasValue(0);
    }

    @Test
    void whatATurnThrowsEndsTheWork() {
        AtomicInteger taken = new AtomicInteger();
        try (Clients clients = clients(1)) {
            assertThatThrownBy(() -> clients.share(5, client -> {
                        taken.incrementAndGet();
                        throw refused();
                    }))
                    .isInstanceOf(Failure.class)
                    .hasMessage("No.");
        }

        assertThat(taken).hasValue(1);
    }

    @Test
    void aClientThatCannotConnectLeavesNoConnectionBehind() {
        allowed = 3;

        assertThatThrownBy(() -> clients(2)).isInstanceOf(Failure.class);
        assertThat(open).hasValue(0);
    }

    private Clients clients(int number) {
        return new Clients(
                member -> {
                    if (open.get() == allowed) {
                        throw refused();
                    }
                    open.incrementAndGet();
                    return new SilentNode();
                },
                PARTIES,
                number);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure refused() {
        return new Failure(FailureCode.REFUSED, "No.", "");
    }

    private static Member member(String id) {
        return new Member(
                id, new CordaX500Name(id, "London", "GB"), List.of(), "127.0.0.1:1", "operator", Path.of("password"));
    }

    private final class SilentNode implements Node {
        @Override
        public <T> T run(Class<? extends FlowLogic<T>> flow, Consumer<String> steps, Object... arguments) {
            throw new AssertionError("No flow is expected.");
        }

        @Override
        public Party party(Member member) {
            throw new AssertionError("No party is expected.");
        }

        @Override
        public Set<String> flows() {
            return Set.of();
        }

        @Override
        public AutoCloseable follow(java.util.function.Consumer<org.countersign.client.cli.rpc.VaultChange> changes) {
            throw new AssertionError("No client of a benchmark follows a vault.");
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
