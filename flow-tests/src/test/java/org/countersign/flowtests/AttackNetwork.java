package org.countersign.flowtests;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.holding.ClosedStockFlows;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.OfferTransactionsFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.position.RequestPositionsFlow;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One network for all attack tests, since a network takes half a minute to start. Every test uses a security of its
 * own. Members behave unless {@link Misconduct} says otherwise.
 */
final class AttackNetwork implements BeforeAllCallback, AutoCloseable {
    private static CountersignNetwork network;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(AttackNetwork.class, key -> {
            network = start();
            return this;
        });
    }

    static CountersignNetwork network() {
        return network;
    }

    private static CountersignNetwork start() {
        CountersignNetwork started = CountersignNetwork.startWithTwoNotaries(ImmutableMap.of(
                "agreementTimeoutSeconds",
                10,
                "registrarTimeoutSeconds",
                10,
                "clockToleranceSeconds",
                5,
                "notary",
                CountersignNetwork.NOTARY.toString(),
                "committees",
                ImmutableMap.of(
                        "seats",
                        Collections.singletonList("*"),
                        "authorities",
                        CountersignNetwork.AUTHORITIES.stream()
                                .map(CordaX500Name::toString)
                                .collect(Collectors.toList()))));
        Misconduct.install(started);
        started.nodes()
                .values()
                .forEach(node ->
                        node.registerInitiatedFlow(OfferTransactionsFlow.class, Misconduct.OfferResponder.class));
        for (CordaX500Name member : started.nodes().keySet()) {
            started.node(member).registerInitiatedFlow(HostileFlows.ProposeTransfer.class, TransferFlowHandler.class);
            started.node(member)
                    .registerInitiatedFlow(HostileFlows.ProposeIssue.class, IssueSecurityFlow.Handler.class);
            started.node(member).registerInitiatedFlow(HostileFlows.ProposeRedemption.class, RedeemFlow.Handler.class);
        }
        for (CordaX500Name authority : CountersignNetwork.AUTHORITIES) {
            started.node(authority).registerInitiatedFlow(RequestPositionsFlow.class, PositionResponder.class);
            started.node(authority).registerInitiatedFlow(HostileFlows.Submit.class, RequestFinalityFlow.Handler.class);
            started.node(authority)
                    .registerInitiatedFlow(HostileFlows.CollectThroughStockFlow.class, ClosedStockFlows.Update.class);
        }
        HostileOpenings.register(started);
        return started.withCommittees();
    }

    /** Founds the committees that a network does not begin with, each called by its aspect; once. */
    static synchronized void foundCommitteesOfEveryAspect() {
        for (Aspect aspect : Arrays.asList(Aspect.COMPLIANCE, Aspect.RISK, Aspect.CAPITAL)) {
            String name = aspect.name().toLowerCase(Locale.ROOT);
            if (!network.knows(CountersignNetwork.AUTHORITIES.get(0), name)) {
                network.found(name, aspect);
            }
        }
    }

    /** A new security of which a dealer holds so much. */
    static void given(String symbol, String quantity, CordaX500Name holder) {
        network.register(symbol, "1000000");
        network.recorded(network.issue(symbol, quantity, holder), holder);
    }

    /** An unspent holding of a symbol that a holder's own node knows as its own. */
    static StateAndRef<SecurityToken> holding(CordaX500Name holder, String symbol) {
        return holdings(holder, symbol).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(holder + " holds no " + symbol));
    }

    /** The unspent holdings of a symbol that a holder's own node knows as its own. */
    static List<StateAndRef<SecurityToken>> holdings(CordaX500Name holder, String symbol) {
        return network.node(holder).transaction(() -> {
            QueryCriteria own = new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED)
                    .withRelevancyStatus(Vault.RelevancyStatus.RELEVANT);
            SecurityDefinitionState security =
                    definition(holder, symbol).getState().getData();
            return network
                    .node(holder)
                    .getServices()
                    .getVaultService()
                    .queryBy(SecurityToken.class, own)
                    .getStates()
                    .stream()
                    .filter(state ->
                            state.getState().getData().getIssuedTokenType().equals(security.tokenType()))
                    .collect(Collectors.toList());
        });
    }

    /** A transaction with the identity authorities' attestations, which only a party of it is given. */
    static SignedTransaction attested(CordaX500Name party, SignedTransaction transaction) {
        return transaction.withAdditionalSignatures(CountersignNetwork.AUTHORITIES.stream()
                .map(authority -> network.ask(party, authority, Aspect.IDENTITY, transaction)
                        .getSignature())
                .collect(Collectors.toList()));
    }

    /** The definition that a node takes for current. */
    static StateAndRef<SecurityDefinitionState> definition(CordaX500Name member, String symbol) {
        return network.node(member)
                .transaction(() -> Definitions.bySymbol(network.node(member).getServices(), symbol)
                        .orElseThrow(() -> new AssertionError(member + " does not know " + symbol)));
    }

    /**
     * Nothing moved and nothing is left locked: the holder still has everything, and can give all of it away in order.
     */
    static void assertUntouched(CordaX500Name holder, String symbol, String quantity, CordaX500Name other) {
        org.assertj.core.api.Assertions.assertThat(network.held(holder, symbol)).isEqualByComparingTo(quantity);
        BigDecimal before = network.held(other, symbol);
        network.recorded(network.transfer(holder, symbol, quantity, other), other);
        org.assertj.core.api.Assertions.assertThat(network.held(holder, symbol)).isZero();
        org.assertj.core.api.Assertions.assertThat(network.held(other, symbol))
                .isEqualByComparingTo(before.add(new BigDecimal(quantity)));
    }

    @Override
    public void close() {
        network.close();
    }
}
