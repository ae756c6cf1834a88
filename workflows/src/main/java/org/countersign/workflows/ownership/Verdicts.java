package org.countersign.workflows.ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.SerializationAPIKt;
import net.corda.core.serialization.SerializationDefaults;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ByteSequence;
import org.countersign.workflows.ownership.VerdictSchema.Verdict;
import org.countersign.workflows.validation.Refusal;

/**
 * What this registrar has said of transactions that it does not know to be final, and stands by.
 *
 * <p>A vote that has left the node can count in somebody else's quorum, so it is given again to whoever asks again, and
 * obliges the registrar to complete the transaction if its finaliser does not. A refusal that a proposer was told is
 * not followed by a vote: the proposer takes the refusals of enough registrars for the end of the transaction.
 */
final class Verdicts {
    /** How long a refusal binds at most: a stranger can choose any time-window for what it has refused. */
    static final Duration LONGEST_REFUSAL = Duration.ofHours(1);

    private Verdicts() {}

    /** What this registrar has said of a transaction, or nothing. */
    static Optional<Said> on(ServiceHub services, SecureHash transactionId) {
        List<Object[]> found = services.withEntityManager(database -> {
            return database.createQuery(
                            "select v.transaction, v.code, v.reason from CountersignVerdict v"
                                    + " where v.transactionId = :id",
                            Object[].class)
                    .setParameter("id", transactionId.toString())
                    .getResultList();
        });
        return found.stream()
                .map(row -> new Said((byte[]) row[0], (String) row[1], (String) row[2]))
                .findFirst();
    }

    /**
     * Keeps a vote that is about to leave the node; repeating it changes nothing.
     *
     * @param proposed the transaction with all signatures that it has before the registrars'
     * @param patience how long from now until this registrar completes it if nobody else has
     * @param finalises whether this registrar is the one that finalises it
     */
    static void vote(ServiceHub services, SignedTransaction proposed, Duration patience, boolean finalises) {
        byte[] bytes = write(proposed);
        Instant due = services.getClock().instant().plus(patience);
        Instant until = proposed.getTx().getTimeWindow().getUntilTime();
        services.withEntityManager(database -> {
            if (database.find(Verdict.class, proposed.getId().toString()) == null) {
                database.persist(Verdict.vote(proposed.getId().toString(), bytes, until, due, finalises));
            }
            return null;
        });
        services.cordaService(FinalityWatch.class).watch();
    }

    /**
     * Keeps a refusal, in place of a vote if there is one: the notary has refused what was voted for. The transaction
     * of a vote stays with it.
     */
    static void refuse(ServiceHub services, SecureHash transactionId, Instant until, Refusal refusal) {
        Instant latest = services.getClock().instant().plus(LONGEST_REFUSAL);
        Instant remembered = until.isBefore(latest) ? until : latest;
        Refusal bounded = Refusal.heard(refusal.getMember(), refusal.getCode(), refusal.getReason());
        services.withEntityManager(database -> {
            int replaced = database.createQuery("update CountersignVerdict v set v.due = null,"
                            + " v.until = :until, v.code = :code, v.reason = :reason where v.transactionId = :id")
                    .setParameter("until", remembered)
                    .setParameter("code", bounded.getCode())
                    .setParameter("reason", bounded.getReason())
                    .setParameter("id", transactionId.toString())
                    .executeUpdate();
            if (replaced == 0) {
                database.persist(
                        Verdict.refusal(transactionId.toString(), remembered, bounded.getCode(), bounded.getReason()));
            }
            return null;
        });
        services.cordaService(FinalityWatch.class).watch();
    }

    /** Forgets what was said of a transaction: it is final, or nobody can be asked about it any more. */
    static void forget(ServiceHub services, SecureHash transactionId) {
        services.withEntityManager(database -> {
            return database.createQuery("delete from CountersignVerdict v where v.transactionId = :id")
                    .setParameter("id", transactionId.toString())
                    .executeUpdate();
        });
    }

    /** Forgets refusals that no vote could follow any more. */
    static void forgetRefusals(ServiceHub services, Instant closed) {
        services.withEntityManager(database -> {
            return database.createQuery(
                            "delete from CountersignVerdict v where v.code is not null and v.until < :closed")
                    .setParameter("closed", closed)
                    .executeUpdate();
        });
    }

    /** Puts off the next try to complete a transaction, and counts this one. */
    static void tryAgain(ServiceHub services, SecureHash transactionId, Instant due) {
        services.withEntityManager(database -> {
            return database.createQuery("update CountersignVerdict v set v.due = :due, v.tries = v.tries + 1"
                            + " where v.transactionId = :id and v.code is null")
                    .setParameter("due", due)
                    .setParameter("id", transactionId.toString())
                    .executeUpdate();
        });
    }

    /** The votes whose transactions are to be looked at by now, the longest overdue first. */
    static List<Vote> due(ServiceHub services, Instant now) {
        List<Object[]> rows = services.withEntityManager(database -> {
            return database.createQuery(
                            "select v.transactionId, v.tries, v.finalises from CountersignVerdict v"
                                    + " where v.code is null and v.due <= :now order by v.due",
                            Object[].class)
                    .setParameter("now", now)
                    .getResultList();
        });
        List<Vote> votes = new ArrayList<>();
        for (Object[] row : rows) {
            votes.add(new Vote(SecureHash.create((String) row[0]), (Integer) row[1], (Boolean) row[2]));
        }
        return votes;
    }

    /** Whether anything is kept. */
    static boolean isEmpty(ServiceHub services) {
        return services.withEntityManager(database -> {
                    return database.createQuery("select count(v) from CountersignVerdict v", Long.class)
                            .getSingleResult();
                })
                == 0;
    }

    private static byte[] write(SignedTransaction transaction) {
        return SerializationAPIKt.serialize(
                        transaction,
                        SerializationFactory.Companion.getDefaultFactory(),
                        SerializationDefaults.INSTANCE.getSTORAGE_CONTEXT())
                .getBytes();
    }

    private static SignedTransaction read(byte[] bytes) {
        return SerializationFactory.Companion.getDefaultFactory()
                .deserialize(
                        ByteSequence.of(bytes),
                        SignedTransaction.class,
                        SerializationDefaults.INSTANCE.getSTORAGE_CONTEXT());
    }

    /** A vote or a refusal. */
    static final class Said {
        private final byte[] transaction;
        private final String code;
        private final String reason;

        private Said(byte[] transaction, String code, String reason) {
            this.transaction = transaction;
            this.code = code;
            this.reason = reason;
        }

        /** Whether it is a vote. */
        boolean isVote() {
            return code == null;
        }

        /** Whether it is a refusal for this reason. */
        boolean isRefusedAs(String wanted) {
            return wanted.equals(code);
        }

        /** The transaction as it was voted for, with the signatures that it had, or null if it never was. */
        SignedTransaction transaction() {
            return transaction == null ? null : read(transaction);
        }

        /** The refusal, if it is no vote. */
        Refusal refusal(Party self) {
            return new Refusal(self.getName(), code, reason);
        }
    }

    /** A vote that has left the node. */
    static final class Vote {
        private final SecureHash transactionId;
        private final int tries;
        private final boolean finaliser;

        private Vote(SecureHash transactionId, int tries, boolean finaliser) {
            this.transactionId = transactionId;
            this.tries = tries;
            this.finaliser = finaliser;
        }

        /** For which transaction. */
        SecureHash getTransactionId() {
            return transactionId;
        }

        /** How often this registrar has tried to complete it. */
        int getTries() {
            return tries;
        }

        /** Whether this registrar was the one to finalise it in the first place. */
        boolean isFinaliser() {
            return finaliser;
        }
    }
}
