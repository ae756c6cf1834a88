package org.countersign.client.cli;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import net.corda.core.crypto.Crypto;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Node;
import org.countersign.client.cli.rpc.NodeConnector;
import org.countersign.client.cli.rpc.VaultChange;

/** Nodes that answer flows as a test says, on any thread, and remember what they were asked. */
final class FakeNodes implements NodeConnector {
    private final Map<Class<?>, Function<List<Object>, Object>> answers = new ConcurrentHashMap<>();
    private final Map<CordaX500Name, Party> parties = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Object>> arguments = Collections.synchronizedList(new ArrayList<>());
    private final List<VaultChange> following = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger open = new AtomicInteger();

    <T> FakeNodes answering(Class<? extends FlowLogic<T>> flow, Function<List<Object>, T> answer) {
        answers.put(flow, answer::apply);
        return this;
    }

    /** The ids of the members whose nodes ran a flow, in order. */
    List<String> asked() {
        return asked;
    }

    /** What the last flow was given. */
    List<Object> lastArguments() {
        return arguments.get(arguments.size() - 1);
    }

    /** What whoever follows a vault is told, at once. */
    void changing(VaultChange change) {
        following.add(change);
    }

    /** How many connections are open. */
    int open() {
        return open.get();
    }

    Party party(CordaX500Name name) {
        return parties.computeIfAbsent(name, known -> new Party(known, key(known)));
    }

    @Override
    public Node connect(Member member) {
        open.incrementAndGet();
        return new FakeNode(member);
    }

    private static PublicKey key(CordaX500Name name) {
        return Crypto.deriveKeyPairFromEntropy(
                        Crypto.EDDSA_ED25519_SHA512, java.math.BigInteger.valueOf(name.hashCode()))
                .getPublic();
    }

    private final class FakeNode implements Node {
        private final Member member;

        FakeNode(Member member) {
            this.member = member;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T run(Class<? extends FlowLogic<T>> flow, Consumer<String> steps, Object... given) {
            if (java.util.Arrays.asList(given).contains(null)) {
                throw new AssertionError("A node starts no flow by RPC with an argument that is null.");
            }
            asked.add(member.id());
            arguments.add(java.util.Arrays.asList(given));
            if (!answers.containsKey(flow)) {
                throw new AssertionError("No test expects " + flow.getName());
            }
            return (T) answers.get(flow).apply(java.util.Arrays.asList(given));
        }

        @Override
        public Party party(Member wanted) {
            return FakeNodes.this.party(wanted.legalName());
        }

        @Override
        public Set<String> flows() {
            return Set.of();
        }

        @Override
        public AutoCloseable follow(Consumer<VaultChange> changes) {
            following.forEach(changes);
            return () -> {};
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
