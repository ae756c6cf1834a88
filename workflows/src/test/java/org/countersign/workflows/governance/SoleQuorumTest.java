package org.countersign.workflows.governance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.cordapp.Cordapp;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.cordapp.CordappContext;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.AppServiceHub;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three members of the weights 3, 1 and 1. */
class SoleQuorumTest {
    private static SeatProposal seat(String name, int weight) {
        return new SeatProposal(
                new Party(
                        new CordaX500Name(name, "London", "GB"),
                        Crypto.deriveKeyPairFromEntropy(BigInteger.valueOf(name.hashCode()))
                                .getPublic()),
                weight);
    }

    private static CommitteeOffer offer(Aspect aspect, int threshold) {
        return new CommitteeOffer(
                "registrars",
                aspect,
                Segment.WHOLE_NETWORK,
                Arrays.asList(seat("First", 3), seat("Second", 1), seat("Third", 1)),
                threshold,
                Duration.ofMinutes(5),
                Collections.emptyList());
    }

    private static WorkflowSettings settings(boolean sole) {
        CordappConfig config = fake(
                CordappConfig.class,
                (proxy, method, path) -> method.getName().equals("exists")
                        ? (Object) (sole && path[0].equals("committees.soleRegistrarQuorum"))
                        : "true");
        CordappContext context = CordappContext.Companion.create(
                fake(Cordapp.class, (proxy, method, none) -> null),
                null,
                SoleQuorumTest.class.getClassLoader(),
                config);
        AppServiceHub services = fake(AppServiceHub.class, (proxy, method, none) -> context);
        return new WorkflowSettings(services);
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Test
    @DisplayName("Registrars of whom one alone is a quorum are not joined")
    void refused() {
        assertThatThrownBy(() -> SeatAcceptance.checkShared(offer(Aspect.OWNERSHIP, 3), settings(false)))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("On the committee 'registrars' First alone would be a quorum of the registrars")
                .hasMessageContaining("its weight is 3, the threshold 3")
                .hasMessageContaining("committees.soleRegistrarQuorum");
    }

    @Test
    @DisplayName("They are where two are needed, where the operator allows it, and where another aspect is judged")
    void joined() {
        assertThatCode(() -> SeatAcceptance.checkShared(offer(Aspect.OWNERSHIP, 4), settings(false)))
                .doesNotThrowAnyException();
        assertThatCode(() -> SeatAcceptance.checkShared(offer(Aspect.OWNERSHIP, 3), settings(true)))
                .doesNotThrowAnyException();
        assertThatCode(() -> SeatAcceptance.checkShared(offer(Aspect.IDENTITY, 3), settings(false)))
                .doesNotThrowAnyException();
    }
}
