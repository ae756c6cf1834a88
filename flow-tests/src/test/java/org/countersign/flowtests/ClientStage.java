package org.countersign.flowtests;

import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.control.AffirmMeasureFlow;
import org.countersign.workflows.control.TakeMeasureFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.identity.AcceptProvidersFlow;
import org.countersign.workflows.identity.AffirmProvidersFlow;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.IssueCredentialFlow;
import org.countersign.workflows.identity.TrustedProviders;

/** What custodians, their clients' providers and registrars do, in the words of the stories about clients. */
final class ClientStage {
    private final CountersignNetwork network;

    ClientStage(CountersignNetwork network) {
        this.network = network;
    }

    /** The identity committee accepts these providers for these kinds, and no others. */
    void accept(List<ClaimKind> kinds, CordaX500Name... providers) {
        List<AcceptedProvider> list = Arrays.stream(providers)
                .map(provider -> new AcceptedProvider(network.party(provider), kinds))
                .collect(Collectors.toList());
        network.run(AUTHORITIES.get(1), new AffirmProvidersFlow("identity", list));
        network.run(AUTHORITIES.get(0), new AcceptProvidersFlow.Initiator("identity", list));
        PublicKey first = network.party(providers[0]).getOwningKey();
        for (CordaX500Name authority : AUTHORITIES) {
            CountersignNetwork.await(
                    authority + " knows the providers",
                    () -> network.node(authority)
                            .transaction(() -> TrustedProviders.of(
                                            network.node(authority).getServices(), "network")
                                    .accept(first, kinds.get(0))));
        }
    }

    /** A provider issues a person a credential; claims are names and values in turn. */
    CredentialView issue(CordaX500Name provider, Person person, Duration validity, ClaimKind kind, String... claims) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < claims.length; at += 2) {
            values.put(claims[at], claims[at + 1]);
        }
        return network.run(
                provider,
                new IssueCredentialFlow.Initiator(
                        network.party(person.custodian), person.key, kind, values, person.name, validity));
    }

    /** Moves from one member or client to another; an empty account is the member itself. */
    TransactionReceipt move(
            CordaX500Name from,
            String fromAccount,
            CordaX500Name to,
            String toAccount,
            String symbol,
            String quantity) {
        return network.recorded(
                network.run(
                        from,
                        new TransferFlow.Initiator(
                                symbol, new BigDecimal(quantity), network.party(to), fromAccount, toAccount)),
                to);
    }

    /** What a custodian holds for a client, or itself if the account is null. */
    BigDecimal held(CordaX500Name custodian, String symbol, String account) {
        return network.run(custodian, new HoldingsFlow(false)).stream()
                .filter(line -> line.getSymbol().equals(symbol)
                        && (account == null ? line.getAccount() == null : account.equals(line.getAccount())))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The operators of all registrars affirm a measure. */
    void affirm(ControlCommand measure) {
        AUTHORITIES.forEach(registrar -> network.run(registrar, new AffirmMeasureFlow(measure)));
    }

    /** A measure that all operators have affirmed is carried out by the first registrar, and all registrars know. */
    TransactionReceipt take(ControlCommand measure) {
        affirm(measure);
        return network.recorded(
                network.run(AUTHORITIES.get(0), new TakeMeasureFlow.Initiator(measure)),
                AUTHORITIES.toArray(new CordaX500Name[0]));
    }

    /** Somebody who holds by a key that a member keeps. */
    static final class Person {
        private final CordaX500Name custodian;
        private final PublicKey key;
        private final String name;

        Person(CordaX500Name custodian, PublicKey key, String name) {
            this.custodian = custodian;
            this.key = key;
            this.name = name;
        }
    }
}
