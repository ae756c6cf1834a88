package org.countersign.workflows.control;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.NotaryChangeWireTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.definition.Definitions;

/**
 * What a key holds of a security, as far as this node records it, and where: a transaction has one notary, and a
 * measure's is the definition's.
 */
final class KeyHoldings {
    private final ServiceHub services;
    private final Party notary;
    private final List<StateAndRef<SecurityToken>> all = new ArrayList<>();

    private KeyHoldings(ServiceHub services, Party notary) {
        this.services = services;
        this.notary = notary;
    }

    static KeyHoldings of(ServiceHub services, StateAndRef<SecurityDefinitionState> definition, PublicKey holder) {
        KeyHoldings holdings = new KeyHoldings(services, definition.getState().getNotary());
        IssuedTokenType type = definition.getState().getData().tokenType();
        for (StateAndRef<SecurityToken> holding : Definitions.holdings(services, type)) {
            SecurityToken token = holding.getState().getData();
            if (token.getHolder().getOwningKey().equals(holder)
                    && token.getIssuedTokenType().equals(type)) {
                holdings.all.add(holding);
            }
        }
        holdings.all.sort(Comparator.comparing(KeyHoldings::units).reversed());
        return holdings;
    }

    /** Those that a measure reaches, the largest first. */
    List<StateAndRef<SecurityToken>> atNotary() {
        return all.stream().filter(this::isAtNotary).collect(Collectors.toList());
    }

    /** The others, as "100 smallest units at the notary X"; nothing if there are none. */
    String elsewhere() {
        Map<Party, BigInteger> sums = new LinkedHashMap<>();
        for (StateAndRef<SecurityToken> holding : all) {
            if (!isAtNotary(holding)) {
                sums.merge(holding.getState().getNotary(), units(holding), BigInteger::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + " smallest units at the notary "
                        + sum.getKey().getName().getOrganisation())
                .collect(Collectors.joining(", "));
    }

    /** The transactions that brought holdings to the notary where they are, at most so many. */
    List<SignedTransaction> notaryChanges(int most) {
        Map<Object, SignedTransaction> changes = new LinkedHashMap<>();
        for (StateAndRef<SecurityToken> holding : all) {
            SignedTransaction creating = services.getValidatedTransactions()
                    .getTransaction(holding.getRef().getTxhash());
            if (creating != null
                    && creating.getCoreTransaction() instanceof NotaryChangeWireTransaction
                    && changes.size() < most) {
                changes.put(creating.getId(), creating);
            }
        }
        return new ArrayList<>(changes.values());
    }

    private boolean isAtNotary(StateAndRef<SecurityToken> holding) {
        return holding.getState().getNotary().equals(notary);
    }

    static BigInteger units(StateAndRef<SecurityToken> holding) {
        return BigInteger.valueOf(holding.getState().getData().getAmount().getQuantity());
    }
}
