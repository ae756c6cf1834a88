package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import net.corda.core.contracts.Amount;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.holding.AffirmationSchema.Affirmation;

/**
 * The trades that this member has affirmed: it expects to receive so much of a security from a seller for so much cash.
 * A proposal that matches none is refused, and one affirmation covers one transaction that becomes final: if it is
 * signed for twice, because the first transaction was caught by an update, then for the same cash, which only one can
 * spend.
 */
final class Affirmations {
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
            return find(services, database, terms, seller);
        });
        if (cover == null) {
            throw new ProposalRefusedException("The trade '" + trade(terms, seller) + "' has not been affirmed.");
        }
        return cover;
    }

    /**
     * Binds the affirmation to the transaction that is about to be signed, beside the one whose cash it spends.
     *
     * @param cashLock the lock on the cash that it spends, or null if it spends none
     */
    static void use(ServiceHub services, Cover cover, UUID cashLock, SecureHash transactionId, Instant until)
            throws FlowException {
        boolean bound = services.withEntityManager(database -> {
            Affirmation affirmation = database.find(Affirmation.class, cover.id);
            if (!Objects.equals(affirmation.getTransactionId(), cover.transactionId)
                    || isRecorded(services, affirmation)) {
                return false;
            }
            String lock = cashLock == null ? null : cashLock.toString();
            if (cover.reserved == null) {
                affirmation.use(transactionId.toString(), until, lock);
            } else {
                affirmation.useAgain(transactionId.toString(), until, lock);
            }
            return true;
        });
        if (!bound) {
            throw new ProposalRefusedException("The affirmation of the trade is taken by another transaction.");
        }
    }

    private static Cover find(ServiceHub services, EntityManager database, TradeTerms terms, Party seller) {
        List<Affirmation> affirmations = database.createQuery(
                        "select a from CountersignAffirmation a where a.trade = :trade order by a.affirmedAt",
                        Affirmation.class)
                .setParameter("trade", trade(terms, seller))
                .getResultList();
        Instant now = services.getClock().instant();
        for (Affirmation affirmation : affirmations) {
            if (isFree(services, affirmation, now)) {
                return new Cover(affirmation, null);
            }
        }
        for (Affirmation affirmation : affirmations) {
            if (affirmation.getCashLock() != null
                    && affirmation.getEarlierId() == null
                    && !isRecorded(services, affirmation)) {
                return new Cover(affirmation, UUID.fromString(affirmation.getCashLock()));
            }
        }
        return null;
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
        private final UUID reserved;

        private Cover(Affirmation affirmation, UUID reserved) {
            this.id = affirmation.getId();
            this.transactionId = affirmation.getTransactionId();
            this.reserved = reserved;
        }

        /**
         * The lock on the cash of a transaction that this member has signed for the same trade and that may still
         * become final, or null if there is none. Whoever signs another pays with the same cash, so that one of them
         * can stand.
         */
        UUID getReserved() {
            return reserved;
        }
    }
}
