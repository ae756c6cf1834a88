package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.holding.AffirmationSchema.Affirmation;

/**
 * The trades that this member has affirmed: it expects to receive so much of a security from a seller for so much cash.
 * A proposal that matches none is refused, and one affirmation covers one transaction.
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

    /** Refuses a proposal that was not affirmed, or whose affirmation is taken by another transaction. */
    static void require(ServiceHub services, TradeTerms terms, Party seller) throws FlowException {
        if (!services.withEntityManager(database -> find(services, database, terms, seller) != null)) {
            throw new ProposalRefusedException("The trade '" + trade(terms, seller) + "' has not been affirmed.");
        }
    }

    /** Binds the affirmation to the transaction that is about to be signed. */
    static void use(ServiceHub services, TradeTerms terms, Party seller, SecureHash transactionId, Instant until)
            throws FlowException {
        boolean bound = services.withEntityManager(database -> {
            Affirmation affirmation = find(services, database, terms, seller);
            if (affirmation != null) {
                affirmation.use(transactionId.toString(), until);
            }
            return affirmation != null;
        });
        if (!bound) {
            throw new ProposalRefusedException(
                    "The affirmation of the trade '" + trade(terms, seller) + "' is taken by another transaction.");
        }
    }

    private static Affirmation find(
            ServiceHub services, javax.persistence.EntityManager database, TradeTerms terms, Party seller) {
        List<Affirmation> affirmations = database.createQuery(
                        "select a from CountersignAffirmation a where a.trade = :trade order by a.affirmedAt",
                        Affirmation.class)
                .setParameter("trade", trade(terms, seller))
                .getResultList();
        Instant now = services.getClock().instant();
        for (Affirmation affirmation : affirmations) {
            if (isFree(services, affirmation, now)) {
                return affirmation;
            }
        }
        return null;
    }

    // A transaction that was signed for it and has neither been recorded nor can become final any more leaves it free.
    private static boolean isFree(ServiceHub services, Affirmation affirmation, Instant now) {
        return affirmation.getTransactionId() == null
                || !now.isBefore(affirmation
                                .getOpenUntil()
                                .plus(WorkflowSettings.of(services).clockTolerance()))
                        && services.getValidatedTransactions()
                                        .getTransaction(SecureHash.create(affirmation.getTransactionId()))
                                == null;
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
}
