package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.oracles.compliance.Attested.JULY;
import static org.countersign.oracles.compliance.Attested.NOW;
import static org.countersign.oracles.compliance.Attested.holder;
import static org.countersign.oracles.compliance.Attested.identity;
import static org.countersign.oracles.compliance.Attested.kyc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import kotlin.jvm.functions.Function1;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatuses;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.validation.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownHoldersTest {
    private static final PublicKey ANN = Cast.party("Ann", "US").getOwningKey();

    private final Map<Object, Object> rows = new TreeMap<>();
    private final ServiceHub services = services();
    private Optional<CredentialStatuses> list = Optional.of(CredentialStatuses.allValid(8));

    // A database with one table for one key, which is all that is asked for.
    @SuppressWarnings("unchecked")
    private ServiceHub services() {
        Object query = fake(TypedQuery.class, (proxy, method, arguments) -> new ArrayList<>(rows.values()));
        Object database = fake(EntityManager.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "find":
                    return rows.get(arguments[1]);
                case "persist":
                    return rows.put(SecureHash.sha256(ANN.getEncoded()).toString(), arguments[0]);
                default:
                    return query;
            }
        });
        return (ServiceHub) fake(
                ServiceHub.class, (proxy, method, arguments) -> ((Function1<Object, ?>) arguments[0]).invoke(database));
    }

    private static Object fake(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private HolderClaims known() {
        return KnownHolders.at(services, NOW, digest -> list).get(ANN);
    }

    @Test
    @DisplayName("A holder that withholds everything, as for a proposal that is refused, stays the person that it is")
    void withheld() {
        KnownHolders.remember(services, ANN, holder("LEI-1", identity(1, NOW, "US")), NOW);
        KnownHolders.remember(services, ANN, AttestedHolder.nobody(), NOW);
        assertThat(known().getPerson()).isEqualTo("LEI-1");
        assertThat(known().residence()).contains("US");
        KnownHolders.remember(services, ANN, holder("Provider/7", kyc(2)), NOW);
        assertThat(known().getIdentifiers()).containsExactlyInAnyOrder("LEI-1", "Provider/7");
        assertThat(known().residence()).contains("US");
        assertThat(KnownHolders.at(services, JULY, digest -> list).get(ANN).getValues())
                .isEmpty();
    }

    @Test
    @DisplayName("What is withdrawn counts no more, though its holder does not move; nor what no list is known for")
    void withdrawn() {
        KnownHolders.remember(services, ANN, holder("LEI-1", identity(1, NOW, "US"), kyc(2)), NOW);
        list = list.map(valid -> valid.with(1, CredentialStatus.REVOKED));
        assertThat(known().residence()).isEmpty();
        assertThat(known().kycLevel()).isEqualTo(2);
        assertThat(known().getPerson()).isEqualTo("LEI-1");
        list = list.map(valid -> valid.with(2, CredentialStatus.SUSPENDED));
        assertThat(known().kycLevel()).isZero();
        list = list.map(valid -> valid.with(2, CredentialStatus.VALID));
        assertThat(known().kycLevel()).isEqualTo(2);
        list = Optional.empty();
        assertThat(known().getValues()).isEmpty();
    }

    @Test
    @DisplayName("Of more than there is room for the person is kept, and as many kinds of claims as fit")
    void tooLong() {
        Map<String, String> many = IntStream.range(0, 40)
                .boxed()
                .collect(Collectors.toMap(
                        number -> "claim-" + number, number -> String.join("", Collections.nCopies(100, "x"))));
        KnownHolders.remember(services, ANN, holder("LEI-1", kyc(2), AttestedClaims.recorded(JULY, many)), NOW);
        assertThat(known().getPerson()).isEqualTo("LEI-1");
        assertThat(known().getValues()).containsOnlyKeys(HolderClaims.KYC_LEVEL);
    }
}
