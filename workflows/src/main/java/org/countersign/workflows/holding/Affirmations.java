package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.holding.AffirmationSchema.Affirmation;

/**
 * The trades that this member has affirmed: it expects to receive so much of a security from a seller for so much cash.
 * A proposal that matches none is refused, and one affirmation covers one transaction that becomes final: if it is
 * signed for twice, because the first transaction was caught by an update, then for the same cash, which only one can
 * spend; free of payment, for the same holding of the seller's.
 */
final class Affirmations {
    private static final String TAKEN = "The affirmation of the trade is taken by another transaction.";

    private Affirmations() {}

    /** Records an affirmation. */
    static UUID add(ServiceHub services, String symbol, BigDecimal quantity, Party seller, Amount<TokenType> price) {
        UUID id = UUID.randomUUID();
        services.withEntityManager(database -> {
            database.persist(new Affirmation(
                    id.toString(),
                    trade(symbol, quantity, seller, price),
                    services.getClock().instant()));
            return null;
        });
        return id;
    }

    /**
     * The affirmation that covers a proposal: one that is free, or one for whose trade one transaction has been signed
     * that has not become final. Refuses a proposal that was not affirmed.
     */
    static Cover require(ServiceHub services, TradeTerms terms, Party seller) throws FlowException {
        Cover cover = services.withEntityManager(database -> {
            return find(services, database, terms, seller, null);
        });
        if (cover == null) {
            throw new ProposalRefusedException("The trade '" + trade(terms, seller) + "' has not been affirmed.");
        }
        return cover;
    }

    /**
     * The affirmation that covers a proposal free of payment. Once it was signed for, that is a proposal that spends
     * the same holding of the seller's: of all that do so one becomes final, whatever the buyer hears of it and when.
     *
     * @param spent the inputs of the proposal
     */
    static Cover requireTied(ServiceHub services, TradeTerms terms, Party seller, Collection<StateRef> spent)
            throws FlowException {
        Cover cover = services.withEntityManager(database -> {
            return find(services, database, terms, seller, spent);
        });
        if (cover == null) {
            throw new ProposalRefusedException("The affirmation of the trade '" + trade(terms, seller)
                    + "' is taken by another transaction, which spends another holding.");
        }
        return cover;
    }

    /**
     * An affirmation that is still free for a proposal against cash that no other transaction spends. Asked when the
     * proposal has come: while its cash was offered, an identical trade may have taken the affirmation that was free
     * before, and another one that was affirmed as well covers this one.
     */
    static Cover requireFree(ServiceHub services, TradeTerms terms, Party seller) throws FlowException {
        Cover cover = services.withEntityManager(database -> {
            return find(services, database, terms, seller, null);
        });
        if (cover == null || cover.again) {
            throw new ProposalRefusedException(TAKEN);
        }
        return cover;
    }

    /**
     * Binds the affirmation to the transaction that is about to be signed, beside the one whose cash or holding it
     * spends.
     *
     * @param cashLock the lock on the cash that it spends, or null if it spends none
     */
    static void use(ServiceHub services, Cover cover, UUID cashLock, SignedTransaction proposed) throws FlowException {
        Instant until = proposed.getTx().getTimeWindow().getUntilTime();
        String transactionId = proposed.getId().toString();
        boolean bound = services.withEntityManager(database -> {
            Affirmation affirmation = database.find(Affirmation.class, cover.id);
            if (!Objects.equals(affirmation.getTransactionId(), cover.transactionId)
                    || isRecorded(services, affirmation)) {
                return false;
            }
            String lock = cashLock == null ? null : cashLock.toString();
            if (cover.again) {
                affirmation.useAgain(transactionId, until, lock);
            } else {
                affirmation.use(transactionId, until, lock);
            }
            if (cashLock == null && affirmation.getHolding() == null) {
                affirmation.tie(proposed.getInputs().get(0).toString());
            }
            return true;
        });
        if (!bound) {
            throw new ProposalRefusedException(TAKEN);
        }
    }

    private static Cover find(
            ServiceHub services, EntityManager database, TradeTerms terms, Party seller, Collection<StateRef> spent) {
        List<Affirmation> affirmations = database
                .createQuery(
                        "select a from CountersignAffirmation a where a.trade = :trade order by a.affirmedAt",
                        Affirmation.class)
                .setParameter("trade", trade(terms, seller))
                .getResultList()
                .stream()
                .filter(affirmation -> spent == null || mayBeSpent(affirmation, spent))
                .collect(Collectors.toList());
        Instant now = services.getClock().instant();
        // What spends a holding that was signed for is the same receipt, and leaves other affirmations alone.
        for (Affirmation affirmation : affirmations) {
            if (affirmation.getHolding() != null && isOpenOnce(services, affirmation)) {
                return new Cover(affirmation, true);
            }
        }
        for (Affirmation affirmation : affirmations) {
            if (isFree(services, affirmation, now)) {
                return new Cover(affirmation, false);
            }
        }
        for (Affirmation affirmation : affirmations) {
            if (affirmation.getCashLock() != null && isOpenOnce(services, affirmation)) {
                return new Cover(affirmation, true);
            }
        }
        return null;
    }

    private static boolean mayBeSpent(Affirmation affirmation, Collection<StateRef> spent) {
        return affirmation.getHolding() == null
                || spent.stream().anyMatch(ref -> ref.toString().equals(affirmation.getHolding()));
    }

    // One transaction has been signed for it, and has not become final as far as is known here.
    private static boolean isOpenOnce(ServiceHub services, Affirmation affirmation) {
        return affirmation.getTransactionId() != null
                && affirmation.getEarlierId() == null
                && !isRecorded(services, affirmation);
    }

    // What was signed for it and has neither been recorded nor can become final any more leaves it free.
    private static boolean isFree(ServiceHub services, Affirmation affirmation, Instant now) {
        return affirmation.getTransactionId() == null
                || !now.isBefore(affirmation
                                .getOpenUntil()
                                .plus(WorkflowSettings.of(services).clockTolerance()))
                        && !isRecorded(services, affirmation);
    }

    private static boolean isRecorded(ServiceHub services, Affirmation affirmation) {
        return Stream.of(affirmation.getTransactionId(), affirmation.getEarlierId())
                .filter(Objects::nonNull)
                .anyMatch(id -> services.getValidatedTransactions().getTransaction(SecureHash.create(id)) != null);
    }

    private static String trade(TradeTerms terms, Party seller) {
        return trade(terms.getSymbol(), terms.getQuantity().toDecimal(), seller, terms.getPrice());
    }

    private static String trade(String symbol, BigDecimal quantity, Party seller, Amount<TokenType> price) {
        String payment = price == null
                ? "free of payment"
                : "against " + price.toDecimal().stripTrailingZeros().toPlainString() + " "
                        + price.getToken().getTokenIdentifier() + " counted in "
                        + price.getToken().getDisplayTokenSize().toPlainString();
        return quantity.stripTrailingZeros().toPlainString() + " " + symbol + " from " + seller.getName() + " "
                + payment;
    }

    /** An affirmation that covers a proposal, as it was found. */
    static final class Cover {
        private final String id;
        private final String transactionId;
        private final boolean again;
        private final UUID reserved;

        private Cover(Affirmation affirmation, boolean again) {
            this.id = affirmation.getId();
            this.transactionId = affirmation.getTransactionId();
            this.again = again;
            String lock = affirmation.getCashLock();
            this.reserved = again && lock != null ? UUID.fromString(lock) : null;
        }

        /**
         * The lock on the cash of a transaction that this member has signed for the same trade and that may still
         * become final, or null if there is none or it spends no cash. Whoever signs another pays with the same cash,
         * so that one of them can stand.
         */
        UUID getReserved() {
            return reserved;
        }
    }
}
