package org.countersign.workflows.definition;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.selection.SelectionUtilities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WellKnown;

/** Finds definitions, and the holdings of a security, in this node's vault. */
public final class Definitions {
    private static final int PAGE_SIZE = 200;

    private Definitions() {}

    /**
     * All current definitions that this node knows.
     *
     * @param services the node's services
     * @return the unconsumed definitions
     */
    public static List<StateAndRef<SecurityDefinitionState>> all(ServiceHub services) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                Vault.StateStatus.UNCONSUMED, Collections.singleton(SecurityDefinitionState.class));
        List<StateAndRef<SecurityDefinitionState>> definitions = new ArrayList<>();
        Vault.Page<SecurityDefinitionState> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(SecurityDefinitionState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            definitions.addAll(page.getStates());
        } while (definitions.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return definitions;
    }

    /**
     * The current definition of a symbol.
     *
     * @param services the node's services
     * @param symbol the security's symbol
     * @return the definition, or nothing if this node does not know it
     */
    public static Optional<StateAndRef<SecurityDefinitionState>> bySymbol(ServiceHub services, String symbol) {
        return all(services).stream()
                .filter(found ->
                        found.getState().getData().getTerms().getSymbol().equals(symbol))
                .findFirst();
    }

    /**
     * The current definition of an identifier.
     *
     * @param services the node's services
     * @param id the self-certifying identifier
     * @return the definition, or nothing if this node does not know it
     */
    public static Optional<StateAndRef<SecurityDefinitionState>> byId(ServiceHub services, UniqueIdentifier id) {
        QueryCriteria criteria = new QueryCriteria.LinearStateQueryCriteria(
                null,
                Collections.singletonList(id),
                Vault.StateStatus.UNCONSUMED,
                Collections.singleton(SecurityDefinitionState.class));
        return services.getVaultService().queryBy(SecurityDefinitionState.class, criteria).getStates().stream()
                .filter(found ->
                        SelfCertifyingId.same(found.getState().getData().getLinearId(), id))
                .findFirst();
    }

    /**
     * How much of a security is outstanding, as far as this node records it. Right at a registrar, who records all.
     *
     * @param services the node's services
     * @param type the security's token type
     * @return the sum of all unspent holdings, in units
     */
    public static BigDecimal outstanding(ServiceHub services, IssuedTokenType type) {
        return holdings(services, type).stream()
                .map(holding -> holding.getState().getData().getAmount().toDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Who holds a security, as far as this node records it.
     *
     * @param services the node's services
     * @param type the security's token type
     * @return the well-known holders, each once
     */
    public static Set<Party> holders(ServiceHub services, IssuedTokenType type) {
        Set<Party> holders = new LinkedHashSet<>();
        for (StateAndRef<SecurityToken> holding : holdings(services, type)) {
            Party holder = WellKnown.of(
                    services, holding.getState().getData().getHolder().getOwningKey());
            if (holder != null) {
                holders.add(holder);
            }
        }
        return holders;
    }

    /**
     * The unspent holdings of a security that this node records, its own and those it observes.
     *
     * @param services the node's services
     * @param type the security's token type
     * @return the holdings
     */
    public static List<StateAndRef<SecurityToken>> holdings(ServiceHub services, IssuedTokenType type) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                        Vault.StateStatus.UNCONSUMED, Collections.singleton(SecurityToken.class))
                .and(SelectionUtilities.tokenAmountCriteria(type.getTokenType()));
        List<StateAndRef<SecurityToken>> holdings = new ArrayList<>();
        Vault.Page<SecurityToken> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(SecurityToken.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            holdings.addAll(page.getStates());
        } while (holdings.size() < page.getTotalStatesAvailable()
                && !page.getStates().isEmpty());
        return holdings;
    }
}
