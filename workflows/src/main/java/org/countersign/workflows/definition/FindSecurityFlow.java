package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;

/**
 * Finds the definition of a security by its symbol: in this node's vault, or else by asking the registrars.
 *
 * <p>Fails with {@link UnknownSecurityException} if no registrar that answers knows the symbol.
 */
@StartableByRPC
public final class FindSecurityFlow extends FlowLogic<SecurityDefinitionState> {
    private final String symbol;

    /**
     * Creates the flow.
     *
     * @param symbol the security's symbol
     */
    public FindSecurityFlow(String symbol) {
        this.symbol = symbol;
    }

    @Suspendable
    @Override
    public SecurityDefinitionState call() throws FlowException {
        return subFlow(new Current(symbol)).getState().getData();
    }

    /** Finds the definition with its reference, for flows that build on it. Inline. */
    public static final class Current extends FlowLogic<StateAndRef<SecurityDefinitionState>> {
        private final String symbol;

        /**
         * Creates the flow.
         *
         * @param symbol the security's symbol
         */
        public Current(String symbol) {
            this.symbol = symbol;
        }

        @Suspendable
        @Override
        public StateAndRef<SecurityDefinitionState> call() throws FlowException {
            Optional<StateAndRef<SecurityDefinitionState>> known = Definitions.bySymbol(getServiceHub(), symbol);
            if (known.isPresent()) {
                SecurityDefinitionState definition = known.get().getState().getData();
                // A freeze or a pause may have been lifted a moment ago, and the news be under way.
                return definition.getStatus() != SecurityStatus.ACTIVE
                        ? subFlow(new Refreshed(known.get(), Collections.emptySet()))
                        : known.get();
            }
            await(new DefinitionRound(getServiceHub(), getOurIdentity(), new DefinitionQuery(symbol, null)));
            return Definitions.bySymbol(getServiceHub(), symbol)
                    .orElseThrow(() -> new UnknownSecurityException(symbol));
        }
    }

    /**
     * Asks the registrars for what is current of a security that this node knows: its definition and its committees. It
     * does not ask if this node has heard already that one of them was superseded. Inline.
     */
    public static final class Refreshed extends FlowLogic<StateAndRef<SecurityDefinitionState>> {
        private final SecurityDefinitionState stale;
        private final Set<StateRef> builtOn;

        /**
         * Creates the flow.
         *
         * @param stale the definition that this node took for current
         * @param references what else a transaction was built on that is said to be superseded; may be empty
         */
        public Refreshed(StateAndRef<SecurityDefinitionState> stale, Collection<StateRef> references) {
            this.stale = stale.getState().getData();
            this.builtOn = new LinkedHashSet<>(references);
            builtOn.add(stale.getRef());
        }

        @Suspendable
        @Override
        public StateAndRef<SecurityDefinitionState> call() throws FlowException {
            if (!Definitions.isNewer(getServiceHub(), stale.getLinearId(), builtOn)) {
                await(new DefinitionRound(
                        getServiceHub(), getOurIdentity(), new DefinitionQuery(null, stale.getLinearId()), builtOn));
            }
            return Definitions.byId(getServiceHub(), stale.getLinearId())
                    .orElseThrow(
                            () -> new UnknownSecurityException(stale.getTerms().getSymbol()));
        }
    }

    /** Finds what is current of the security that a transaction refers to, for who has to judge it. Inline. */
    public static final class Referenced extends FlowLogic<StateAndRef<SecurityDefinitionState>> {
        private final UniqueIdentifier id;
        private final StateRef reference;

        /**
         * Creates the flow.
         *
         * @param id the security
         * @param reference the definition that the transaction is built on
         */
        public Referenced(UniqueIdentifier id, StateRef reference) {
            this.id = id;
            this.reference = reference;
        }

        @Suspendable
        @Override
        public StateAndRef<SecurityDefinitionState> call() throws FlowException {
            Optional<StateAndRef<SecurityDefinitionState>> known = Definitions.byId(getServiceHub(), id);
            // What is referred to may be later than what is known here, or earlier; what was known once is earlier.
            boolean earlier = known.isPresent()
                    && getServiceHub().getValidatedTransactions().getTransaction(reference.getTxhash()) != null;
            if (earlier) {
                return known.get();
            }
            Set<StateRef> stale = new LinkedHashSet<>();
            known.ifPresent(found -> stale.add(found.getRef()));
            await(new DefinitionRound(getServiceHub(), getOurIdentity(), new DefinitionQuery(null, id), stale));
            return Definitions.byId(getServiceHub(), id)
                    .orElseThrow(() -> new UnknownSecurityException(String.valueOf(id.getId())));
        }
    }
}
