package org.countersign.workflows.definition;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.selection.SelectionUtilities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
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
import org.countersign.workflows.governance.Committees;

/** Finds definitions, and the holdings of a security, in this node's vault. */
public final class Definitions {
    private static final int PAGE_SIZE = 200;

    private Definitions() {}

    /**
     * All current definitions that this node knows, of registrars that count here. Anybody can put a definition of the
     * same symbol on the ledger, under a committee of its own making.
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
        long seen = 0;
        Set<String> trusted = Committees.all(services).stream()
                .map(committee -> committee.getState().getData().getLinearId().getExternalId())
                .collect(Collectors.toSet());
        do {
            page = services.getVaultService()
                    .queryBy(SecurityDefinitionState.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            seen += page.getStates().size();
            for (StateAndRef<SecurityDefinitionState> found : page.getStates()) {
                if (trusted.contains(ownership(found))) {
                    definitions.add(found);
                }
            }
        } while (seen < page.getTotalStatesAvailable() && !page.getStates().isEmpty());
        return latest(definitions);
    }

    // The vault takes in what a transaction references. A version that was superseded before this node first heard of
    // it stands there beside the current one for ever.
    private static List<StateAndRef<SecurityDefinitionState>> latest(
            List<StateAndRef<SecurityDefinitionState>> definitions) {
        Map<String, StateAndRef<SecurityDefinitionState>> latest = new LinkedHashMap<>();
        for (StateAndRef<SecurityDefinitionState> definition : definitions) {
            latest.merge(
                    definition.getState().getData().getLinearId().getExternalId(),
                    definition,
                    (one, other) -> version(one) >= version(other) ? one : other);
        }
        return new ArrayList<>(latest.values());
    }

    private static int version(StateAndRef<SecurityDefinitionState> definition) {
        return definition.getState().getData().getVersion();
    }

    private static String ownership(StateAndRef<SecurityDefinitionState> definition) {
        return definition
                .getState()
                .getData()
                .getValidationPolicy()
                .ownership()
                .getCommittee()
                .getExternalId();
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
                .max(Comparator.comparingInt(Definitions::version));
    }

    /**
     * Whether this node knows a definition, or committees of it, that came after some that are no longer believed in.
     *
     * @param services the node's services
     * @param id the self-certifying identifier of the definition
     * @param stale references of the definition and the committees that a transaction was built on; may be empty
     * @return whether one of them is not the current one here, or, without any, whether the definition is known
     */
    static boolean isNewer(ServiceHub services, UniqueIdentifier id, Set<StateRef> stale) {
        Optional<StateAndRef<SecurityDefinitionState>> definition = byId(services, id);
        if (!definition.isPresent() || stale.isEmpty()) {
            return definition.isPresent();
        }
        Set<StateRef> current = new LinkedHashSet<>();
        current.add(definition.get().getRef());
        Committees.all(services).forEach(committee -> current.add(committee.getRef()));
        return !current.containsAll(stale);
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
                .map(holding -> quantity(holding.getState().getData()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * How much a holding is, by the precision of its security. What an amount itself says in decimals goes by a unit
     * that whoever built the amount chose.
     *
     * @param holding a holding
     * @return its quantity in units of the security
     */
    public static BigDecimal quantity(FungibleToken holding) {
        return BigDecimal.valueOf(
                holding.getAmount().getQuantity(), holding.getIssuedTokenType().getFractionDigits());
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
