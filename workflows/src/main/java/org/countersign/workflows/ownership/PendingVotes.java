package org.countersign.workflows.ownership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.ownership.PendingVoteSchema.PendingVote;

/**
 * A registrar's memory of what it has voted for and not yet seen become final, so that it never votes for two
 * transactions of which only one can stand.
 */
final class PendingVotes {
    private PendingVotes() {}

    /**
     * Claims everything that a transaction needs, or nothing.
     *
     * @param leaves whether this registrar's vote is about to leave the node; such a claim is not given up any more
     * @return the claim that another transaction holds, and until when, or nothing if all is claimed
     */
    static Optional<String> claim(
            ServiceHub services, SecureHash transactionId, Collection<String> claims, Instant until, boolean leaves) {
        return services.withEntityManager(database -> {
            Instant now = services.getClock().instant();
            for (String claim : claims) {
                PendingVote held = database.find(PendingVote.class, claim);
                if (held != null
                        && !held.getTransactionId().equals(transactionId.toString())
                        && stands(services, held, now)) {
                    return Optional.of(claim + " until "
                            + (held.isAtNotary()
                                    ? "the notary has answered"
                                    : held.getUntil().toString()));
                }
            }
            for (String claim : claims) {
                PendingVote held = database.find(PendingVote.class, claim);
                if (held == null) {
                    database.persist(new PendingVote(claim, transactionId.toString(), until, leaves));
                } else {
                    held.reassign(transactionId.toString(), until, leaves);
                }
            }
            services.cordaService(FinalityWatch.class).watch();
            return Optional.<String>empty();
        });
    }

    /** Whether another transaction that this registrar has voted for claims something. */
    static boolean isClaimed(ServiceHub services, SecureHash transactionId, String claim) {
        return services.withEntityManager(database -> {
            PendingVote held = database.find(PendingVote.class, claim);
            return held != null
                    && !held.getTransactionId().equals(transactionId.toString())
                    && stands(services, held, services.getClock().instant());
        });
    }

    /** Gives up the claims of a transaction for which this registrar's vote has not left the node. */
    static void release(ServiceHub services, SecureHash transactionId, Collection<String> claims) {
        services.withEntityManager(database -> {
            for (String claim : claims) {
                PendingVote held = database.find(PendingVote.class, claim);
                if (held != null && held.getTransactionId().equals(transactionId.toString()) && !held.hasLeft()) {
                    database.remove(held);
                }
            }
            return null;
        });
    }

    /** Keeps the claims of a transaction, which has its quorum, from expiring until the notary has answered. */
    static void submitted(ServiceHub services, SecureHash transactionId) {
        mark(services, transactionId, true);
    }

    /** Lets the claims of a transaction expire when its time-window has closed: the notary has said something. */
    static void answered(ServiceHub services, SecureHash transactionId) {
        mark(services, transactionId, false);
    }

    private static void mark(ServiceHub services, SecureHash transactionId, boolean atNotary) {
        services.withEntityManager(database -> {
            return database.createQuery(
                            "update CountersignPendingVote p set p.atNotary = :atNotary where p.transactionId = :id")
                    .setParameter("atNotary", atNotary)
                    .setParameter("id", transactionId.toString())
                    .executeUpdate();
        });
    }

    /** Clears claims that do not stand any more because the time-window of their transaction has closed. */
    static void forgetExpired(ServiceHub services, Instant closed) {
        services.withEntityManager(database -> {
            List<PendingVote> expired = database.createQuery(
                            "select p from CountersignPendingVote p where p.until < :closed", PendingVote.class)
                    .setParameter("closed", closed)
                    .getResultList();
            for (PendingVote vote : expired) {
                if (!vote.isAtNotary() || isFinal(services, SecureHash.create(vote.getTransactionId()))) {
                    database.remove(vote);
                }
            }
            return null;
        });
    }

    /** Whether nothing is claimed. */
    static boolean isEmpty(ServiceHub services) {
        return services.withEntityManager(database -> {
                    return database.createQuery("select count(p) from CountersignPendingVote p", Long.class)
                            .getSingleResult();
                })
                == 0;
    }

    // Once the claiming transaction is final the register itself speaks; once its time-window has closed, by the
    // slowest clock that the network tolerates, it can no longer become final unless the notary has it. What the
    // notary says ends no claim.
    private static boolean stands(ServiceHub services, PendingVote held, Instant now) {
        SecureHash claimant = SecureHash.create(held.getTransactionId());
        return (held.isAtNotary()
                        || now.isBefore(held.getUntil()
                                .plus(WorkflowSettings.of(services).clockTolerance())))
                && !isFinal(services, claimant)
                && !LedgerEvidence.excludes(services, claimant);
    }

    private static boolean isFinal(ServiceHub services, SecureHash transactionId) {
        return services.getValidatedTransactions().getTransaction(transactionId) != null;
    }
}
