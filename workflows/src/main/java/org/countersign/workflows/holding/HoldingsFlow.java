package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.identity.account.Accounts;

/**
 * Adds up what this member holds; for a registrar or regulator also what it sees others hold. Reads only this vault.
 */
@StartableByRPC
public final class HoldingsFlow extends FlowLogic<List<HoldingLine>> {
    private static final int PAGE_SIZE = 500;

    private final boolean observed;

    /**
     * Creates the flow.
     *
     * @param observed whether holdings of others that this node records are included
     */
    public HoldingsFlow(boolean observed) {
        this.observed = observed;
    }

    @Suspendable
    @Override
    public List<HoldingLine> call() throws FlowException {
        Map<PublicKey, String> accounts = new Accounts(getServiceHub()).names();
        Map<List<Object>, HoldingLine> lines = new LinkedHashMap<>();
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                        Vault.StateStatus.UNCONSUMED, Collections.singleton(FungibleToken.class))
                .withRelevancyStatus(observed ? Vault.RelevancyStatus.ALL : Vault.RelevancyStatus.RELEVANT);
        long seen = 0;
        Vault.Page<FungibleToken> page;
        int number = 1;
        do {
            page = getServiceHub()
                    .getVaultService()
                    .queryBy(FungibleToken.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            for (StateAndRef<FungibleToken> state : page.getStates()) {
                FungibleToken token = state.getState().getData();
                if (!Selection.isGenuine(token)) {
                    continue;
                }
                List<Object> key = new ArrayList<>();
                key.add(token.getIssuedTokenType());
                key.add(token.getHolder());
                lines.merge(key, line(token, accounts), HoldingsFlow::sum);
            }
            seen += page.getStates().size();
        } while (seen < page.getTotalStatesAvailable() && !page.getStates().isEmpty());
        return new ArrayList<>(lines.values());
    }

    private static HoldingLine sum(HoldingLine left, HoldingLine right) {
        return new HoldingLine(
                left.getKind(),
                left.getSymbol(),
                left.getName(),
                left.getQuantity().add(right.getQuantity()),
                left.getHolder(),
                left.getIssuer(),
                left.getAccount());
    }

    private HoldingLine line(FungibleToken token, Map<PublicKey, String> accounts) {
        IssuedTokenType type = token.getIssuedTokenType();
        BigDecimal quantity = Definitions.quantity(token);
        Party wellKnown = WellKnown.of(getServiceHub(), token.getHolder().getOwningKey());
        String symbol = type.getTokenType().getTokenIdentifier();
        String name = symbol;
        String kind = HoldingLine.CASH;
        if (type.getTokenType() instanceof TokenPointer) {
            kind = HoldingLine.SECURITY;
            Optional<StateAndRef<SecurityDefinitionState>> definition = Definitions.byId(
                    getServiceHub(),
                    ((TokenPointer<?>) type.getTokenType()).getPointer().getPointer());
            if (definition.isPresent()) {
                symbol = definition.get().getState().getData().getTerms().getSymbol();
                name = definition.get().getState().getData().getTerms().getName();
            }
        }
        return new HoldingLine(
                kind,
                symbol,
                name,
                quantity,
                wellKnown == null ? null : wellKnown.getName(),
                type.getIssuer().getName(),
                accounts.get(token.getHolder().getOwningKey()));
    }
}
