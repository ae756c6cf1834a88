package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.StatesNotAvailableException;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingCondition;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingType;
import net.corda.core.utilities.NonEmptySet;
import org.countersign.contracts.holding.SecurityToken;

/** Selects and soft-locks own holdings of a security. The lock ends with the flow. */
final class LotSelection {
    private static final int MAX_RETRIES = 8;
    private static final int RETRY_SLEEP_MILLIS = 100;
    private static final int RETRY_CAP_MILLIS = 1_000;

    private LotSelection() {}

    /**
     * Lots of a security that a key holds and that cover an amount, oldest first and no more than it takes; locked for
     * the flow. The SDK's selection takes them as they come, and so would give young units away while old ones lie
     * idle. What the flow has selected before for the same it gets again, if it is all there still: a counterparty that
     * has signed for those lots may hold to them.
     */
    @Suspendable
    static List<StateAndRef<FungibleToken>> select(
            ServiceHub services, Amount<IssuedTokenType> amount, String symbol, PublicKey holder, UUID lock)
            throws FlowException {
        BigDecimal held = Selection.held(services, amount.getToken(), holder);
        if (held.compareTo(amount.toDecimal()) < 0) {
            throw new InsufficientHoldingException(symbol, amount.toDecimal(), held);
        }
        List<StateAndRef<FungibleToken>> before = lots(services, amount, holder, SoftLockingType.SPECIFIED, lock);
        if (Selection.units(before) >= amount.getQuantity()) {
            return before;
        }
        for (int tries = 0; tries <= MAX_RETRIES; tries++) {
            List<StateAndRef<FungibleToken>> chosen = oldest(services, amount, holder, lock);
            if (chosen != null && reserved(services, chosen, lock)) {
                return chosen;
            }
            FlowLogic.sleep(Duration.ofMillis(Math.min(RETRY_CAP_MILLIS, (long) RETRY_SLEEP_MILLIS << tries)));
        }
        throw new InsufficientHoldingException(symbol, amount.toDecimal(), held);
    }

    private static List<StateAndRef<FungibleToken>> oldest(
            ServiceHub services, Amount<IssuedTokenType> amount, PublicKey holder, UUID lock) {
        List<StateAndRef<FungibleToken>> chosen = new ArrayList<>();
        for (StateAndRef<FungibleToken> lot :
                lots(services, amount, holder, SoftLockingType.UNLOCKED_AND_SPECIFIED, lock)) {
            if (Selection.units(chosen) < amount.getQuantity()) {
                chosen.add(lot);
            }
        }
        return Selection.units(chosen) < amount.getQuantity() ? null : chosen;
    }

    private static List<StateAndRef<FungibleToken>> lots(
            ServiceHub services, Amount<IssuedTokenType> amount, PublicKey holder, SoftLockingType type, UUID lock) {
        SoftLockingCondition condition = new SoftLockingCondition(type, Collections.singletonList(lock));
        List<StateAndRef<FungibleToken>> lots = Selection.tokens(services, amount.getToken(), holder, condition);
        lots.sort(Comparator.comparing(lot -> (SecurityToken) lot.getState().getData(), LotDivision.OLDEST_FIRST));
        return lots;
    }

    @Suspendable
    private static boolean reserved(ServiceHub services, List<StateAndRef<FungibleToken>> chosen, UUID lock) {
        Set<StateRef> refs = chosen.stream().map(StateAndRef::getRef).collect(Collectors.toSet());
        try {
            services.getVaultService().softLockReserve(lock, NonEmptySet.copyOf(refs));
            return true;
        } catch (StatesNotAvailableException taken) {
            return false;
        }
    }
}
