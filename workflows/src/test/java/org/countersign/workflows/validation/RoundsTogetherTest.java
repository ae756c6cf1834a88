package org.countersign.workflows.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.corda.core.concurrent.CordaFuture;
import net.corda.core.cordapp.Cordapp;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.cordapp.CordappContext;
import net.corda.core.crypto.Crypto;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.messaging.FlowHandle;
import net.corda.core.node.AppServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Committees of two registrars each, both of whom are needed, on a node that gives them half a second. */
class RoundsTogetherTest {
    private static final int MANY = 20;

    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AppServiceHub services =
            fake(AppServiceHub.class, (proxy, method, arguments) -> serve(method.getName(), arguments));
    private final WorkflowSettings settings = new WorkflowSettings(services);
    private final ConsultationService consultation = new ConsultationService(services);

    private Object serve(String method, Object[] arguments) {
        switch (method) {
            case "cordaService":
                return arguments[0] == WorkflowSettings.class ? settings : consultation;
            case "getAppContext":
                return CordappContext.Companion.create(
                        fake(Cordapp.class, (proxy, unused, none) -> null),
                        null,
                        getClass().getClassLoader(),
                        fake(
                                CordappConfig.class,
                                (proxy, key, path) -> key.getName().equals("exists")
                                        ? (Object) path[0].equals("attestationTimeoutSeconds")
                                        : (Object) 1L));
            case "startFlow":
                return handle(answer(((Question) arguments[0]).registrar));
            default:
                return null;
        }
    }

    private static FlowHandle<String> handle(CompletableFuture<String> answer) {
        CordaFuture<String> future = fake(CordaFuture.class, (proxy, method, arguments) -> answer);
        return fake(FlowHandle.class, (proxy, method, arguments) -> future);
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<?> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private CompletableFuture<String> answer(String registrar) {
        return asked.computeIfAbsent(registrar, first -> new CompletableFuture<>());
    }

    /** What asks a registrar; who plays the node answers in its place. */
    private static final class Question extends FlowLogic<String> {
        private final String registrar;

        private Question(String registrar) {
            this.registrar = registrar;
        }

        @Override
        public String call() {
            throw new UnsupportedOperationException("It is not run.");
        }
    }

    private RegistrarsRound<String> committee(String name) {
        List<Seat> seats = new ArrayList<>();
        for (String registrar : Arrays.asList(name + " One", name + " Two")) {
            Party party = new Party(
                    new CordaX500Name(registrar, "London", "GB"),
                    Crypto.deriveKeyPairFromEntropy(BigInteger.valueOf(registrar.hashCode()))
                            .getPublic());
            seats.add(new Seat(Aspect.OWNERSHIP, party, party.getOwningKey(), 1));
        }
        return new RegistrarsRound<String>(services, new Bench(Aspect.OWNERSHIP, name, seats, 2)) {
            @Override
            protected FlowLogic<String> question(Party registrar) {
                return new Question(registrar.getName().getOrganisation());
            }

            @Override
            protected boolean isUsable(String answer) {
                return true;
            }
        };
    }

    private void answers(String name) {
        answer(name + " One").complete("one");
        answer(name + " Two").complete("two");
    }

    @Test
    @DisplayName("Committees have their answers, and in their order, though one of them never answers")
    void oneIsDead() throws Exception {
        answers("First");
        answers("Third");
        List<List<String>> told = new RoundsTogether<>(
                        Arrays.asList(committee("First"), committee("Second"), committee("Third")))
                .execute("once")
                .get(20, TimeUnit.SECONDS);
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).containsExactlyInAnyOrder("one", "two");
        assertThat(told.get(1)).isEmpty();
        assertThat(told.get(2)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    @DisplayName("Any number of dead committees take no longer than one")
    void manyAreDead() throws Exception {
        List<RegistrarsRound<String>> rounds = new ArrayList<>();
        for (int committee = 0; committee < MANY; committee++) {
            rounds.add(committee("Dead " + committee));
        }
        rounds.add(committee("Alive"));
        answers("Alive");
        // One after the other they would take ten seconds.
        List<List<String>> told = new RoundsTogether<>(rounds).execute("once").get(7, TimeUnit.SECONDS);
        assertThat(told.subList(0, MANY)).containsOnly(Collections.emptyList());
        assertThat(told.get(MANY)).hasSize(2);
        assertThat(asked).hasSize(2 * MANY + 2);
    }
}
