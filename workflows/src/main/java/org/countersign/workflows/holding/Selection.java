package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.internal.schemas.PersistentFungibleToken;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.selection.InsufficientBalanceException;
import com.r3.corda.lib.tokens.selection.SelectionUtilities;
import com.r3.corda.lib.tokens.selection.TokenQueryBy;
import com.r3.corda.lib.tokens.selection.database.selector.DatabaseTokenSelection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.StatesNotAvailableException;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.Builder;
import net.corda.core.node.services.vault.CriteriaExpression;
import net.corda.core.node.services.vault.PageSpecification;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingCondition;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingType;
import net.corda.core.node.services.vault.QueryCriteriaUtils;
import net.corda.core.utilities.NonEmptySet;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WorkflowException;

/**
 * Selects and soft-locks own cash with the SDK's selection, and adds tokens up. The lock ends with the flow. Holdings
 * of securities are selected by {@link LotSelection}.
 */
final class Selection {
    private static final int PAGE_SIZE = 200;
    private static final int MAX_RETRIES = 8;
    private static final int RETRY_SLEEP_MILLIS = 100;
    private static final int RETRY_CAP_MILLIS = 1_000;

    // Its predicate is applied after enough was selected, so that it must not leave anything out.
    private static final TokenQueryBy EVERY = new TokenQueryBy();

    private Selection() {}

    /** Tokens of one issuer that a key holds and that cover an amount; locked for the flow. */
    @Suspendable
    static List<StateAndRef<FungibleToken>> select(
            ServiceHub services, Amount<IssuedTokenType> amount, String asset, PublicKey holder, UUID lock)
            throws FlowException {
        BigDecimal held = held(services, amount.getToken(), holder);
        if (held.compareTo(amount.toDecimal()) < 0) {
            throw new InsufficientHoldingException(asset, amount.toDecimal(), held);
        }
        TokenType type = amount.getToken().getTokenType();
        Amount<TokenType> required = new Amount<>(amount.getQuantity(), amount.getDisplayTokenSize(), type);
        try {
            List<StateAndRef<FungibleToken>> selected = new DatabaseTokenSelection(
                            services, MAX_RETRIES, RETRY_SLEEP_MILLIS, RETRY_CAP_MILLIS, PAGE_SIZE)
                    .selectTokens(
                            required,
                            new TokenQueryBy(amount.getToken().getIssuer(), EVERY.getPredicate(), heldBy(holder)),
                            lock);
            for (StateAndRef<FungibleToken> token : selected) {
                if (!isOf(token.getState().getData(), amount.getToken())) {
                    throw new WorkflowException(
                            "The vault has tokens of the type of " + asset + " that are no holdings of it, at "
                                    + token.getRef() + ".",
                            "They were made outside the ledger's rules by their issuer; have it take them back.");
                }
            }
            return selected;
        } catch (InsufficientBalanceException locked) {
            throw new InsufficientHoldingException(asset, amount.toDecimal(), held);
        }
    }

    /**
     * Whether a token is what its type promises. An issuer can make plain tokens of a security's type in transactions
     * that none of our contracts see; they are no holdings. Nor are tokens in units that cannot be written out, which
     * anybody can send.
     */
    static boolean isGenuine(FungibleToken token) {
        if (!Quantities.isCountable(token.getIssuedTokenType())) {
            return false;
        }
        return token.getTokenType() instanceof TokenPointer
                ? token.getClass() == SecurityToken.class
                : token.getClass() == FungibleToken.class;
    }

    /** Refuses holdings that have been moved to another notary than that of their definition. */
    static void checkNotary(List<StateAndRef<FungibleToken>> holdings, Party notary) throws FlowException {
        for (StateAndRef<FungibleToken> holding : holdings) {
            Party other = holding.getState().getNotary();
            if (!other.equals(notary)) {
                throw new WorkflowException(
                        "The holding " + holding.getRef() + " is at the notary "
                                + other.getName().getOrganisation() + ", its security at "
                                + notary.getName().getOrganisation() + ".",
                        "Nothing moved; have the notary of the holding changed back.");
            }
        }
    }

    /** Gives up what a flow has reserved, so that it can select anew. */
    static void release(ServiceHub services, UUID lock) {
        services.getVaultService().softLockRelease(lock, null);
    }

    /** The unspent tokens that are reserved under a lock. */
    static List<StateAndRef<FungibleToken>> reserved(ServiceHub services, UUID lock) {
        QueryCriteria criteria = new QueryCriteria.VaultQueryCriteria(
                        Vault.StateStatus.UNCONSUMED, Collections.singleton(FungibleToken.class))
                .withSoftLockingCondition(
                        new SoftLockingCondition(SoftLockingType.SPECIFIED, Collections.singletonList(lock)));
        return services.getVaultService()
                .queryBy(FungibleToken.class, criteria, new PageSpecification(1, PAGE_SIZE))
                .getStates();
    }

    /** Takes reserved tokens over under another lock. Call it between two suspensions, so that nobody intervenes. */
    static void takeOver(ServiceHub services, List<StateAndRef<FungibleToken>> tokens, UUID from, UUID to)
            throws FlowException {
        Set<StateRef> refs = new HashSet<>();
        tokens.forEach(token -> refs.add(token.getRef()));
        NonEmptySet<StateRef> all = NonEmptySet.copyOf(refs);
        services.getVaultService().softLockRelease(from, all);
        try {
            services.getVaultService().softLockReserve(to, all);
        } catch (StatesNotAvailableException taken) {
            throw new ProposalRefusedException("The cash that was reserved for the trade is not there any more.");
        }
    }

    /** What this member holds itself of a token, locked or not; nothing of its clients'. */
    static BigDecimal held(ServiceHub services, IssuedTokenType type) {
        return held(services, type, own(services));
    }

    /** What a key of this node holds of a token, locked or not. */
    static BigDecimal held(ServiceHub services, IssuedTokenType type, PublicKey holder) {
        BigInteger units = BigInteger.ZERO;
        for (StateAndRef<FungibleToken> token : tokens(services, type, holder, null)) {
            units = units.add(
                    BigInteger.valueOf(token.getState().getData().getAmount().getQuantity()));
        }
        return new BigDecimal(units, type.getFractionDigits());
    }

    /** The genuine unspent tokens of one type that this member holds itself, reserved or not; none of its clients'. */
    static List<StateAndRef<FungibleToken>> tokens(ServiceHub services, IssuedTokenType type) {
        return tokens(services, type, own(services), null);
    }

    private static PublicKey own(ServiceHub services) {
        return services.getMyInfo().getLegalIdentities().get(0).getOwningKey();
    }

    /**
     * The unspent tokens of one type that a key of this node holds and that are genuine.
     *
     * @param reservation which of them by who has reserved them, or null for all
     */
    static List<StateAndRef<FungibleToken>> tokens(
            ServiceHub services, IssuedTokenType type, PublicKey holder, SoftLockingCondition reservation) {
        // Asking for the relevant ones forgets whatever a criterion said before, so it comes first.
        QueryCriteria.VaultQueryCriteria relevant = new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED)
                .withRelevancyStatus(Vault.RelevancyStatus.RELEVANT);
        QueryCriteria criteria = (reservation == null ? relevant : relevant.withSoftLockingCondition(reservation))
                .and(SelectionUtilities.tokenAmountWithIssuerCriteria(type.getTokenType(), type.getIssuer()));
        List<StateAndRef<FungibleToken>> tokens = new ArrayList<>();
        long seen = 0;
        Vault.Page<FungibleToken> page;
        int number = 1;
        do {
            page = services.getVaultService()
                    .queryBy(FungibleToken.class, criteria, new PageSpecification(number++, PAGE_SIZE));
            for (StateAndRef<FungibleToken> token : page.getStates()) {
                FungibleToken held = token.getState().getData();
                if (isOf(held, type) && held.getHolder().getOwningKey().equals(holder)) {
                    tokens.add(token);
                }
            }
            seen += page.getStates().size();
        } while (seen < page.getTotalStatesAvailable() && !page.getStates().isEmpty());
        return tokens;
    }

    // The wallet's queries tell tokens apart by their identifier, which a token of another precision can share.
    private static boolean isOf(FungibleToken token, IssuedTokenType type) {
        return isGenuine(token) && token.getIssuedTokenType().equals(type);
    }

    /** The smallest units that tokens sum up to. */
    static long units(List<? extends StateAndRef<? extends FungibleToken>> tokens) {
        long sum = 0;
        for (StateAndRef<? extends FungibleToken> token : tokens) {
            sum = Math.addExact(sum, token.getState().getData().getAmount().getQuantity());
        }
        return sum;
    }

    /** The cash of an issuer in which a payment can be made. */
    static Amount<IssuedTokenType> issuedBy(Amount<TokenType> price, Party issuer) {
        return new Amount<>(
                price.getQuantity(), price.getDisplayTokenSize(), new IssuedTokenType(issuer, price.getToken()));
    }

    // A custodian's node has the holdings of all of its clients in its vault, and the SDK's criterion for a holder goes
    // by the name that a key is known under, which is the custodian's for all of them.
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static QueryCriteria heldBy(PublicKey holder) throws FlowException {
        try {
            CriteriaExpression byKey = Builder.equal(
                    QueryCriteriaUtils.getField("owningKeyHash", PersistentFungibleToken.class),
                    CryptoUtils.toStringShort(holder));
            return new QueryCriteria.VaultCustomQueryCriteria(byKey);
        } catch (NoSuchFieldException changed) {
            throw new FlowException("The wallet's table has no column for holders' keys any more.", changed);
        }
    }
}
