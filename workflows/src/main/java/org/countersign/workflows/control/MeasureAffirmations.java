package org.countersign.workflows.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.control.MeasureAffirmationSchema.MeasureAffirmation;

/**
 * The measures that this node's operator has seen the order of and agreed to, word for word, and the amendments. A
 * registrar votes for no other measure, nor does an authority of another committee that a definition names for it
 * attest it. An affirmation counts for one transaction: otherwise one registrar could have an order executed twice.
 */
public final class MeasureAffirmations {
    private static final int LONGEST = 1000;

    private MeasureAffirmations() {}

    /**
     * Records an affirmation. Once more is the same as once, until it has been used.
     *
     * @throws WorkflowException if it was used for a transaction that is final, or may still become so
     */
    static void add(ServiceHub services, ControlCommand measure) throws FlowException {
        add(services, measure.digest(), measure.toString());
    }

    /**
     * Records an affirmation of what is named by a digest. Once more is the same as once, until it has been used.
     *
     * @param services the node's services
     * @param digest of everything that is agreed to
     * @param text the same for people; what is longer than 1,000 characters is kept shortened
     * @throws WorkflowException if it was used for a transaction that is final, or may still become so
     */
    public static void add(ServiceHub services, SecureHash digest, String text) throws FlowException {
        Instant now = services.getClock().instant();
        MeasureLine known = find(services, digest);
        if (known != null && known.getTransactionId() != null) {
            if (services.getValidatedTransactions().getTransaction(known.getTransactionId()) != null) {
                throw new WorkflowException(
                        "What is affirmed here was carried out by transaction " + known.getTransactionId() + ".",
                        "If it was ordered twice, the second order has a reference or document of its own.");
            }
            Instant closed = known.getUntil().plus(WorkflowSettings.of(services).clockTolerance());
            if (now.isBefore(closed)) {
                throw new WorkflowException(
                        "This node has agreed to this in transaction " + known.getTransactionId()
                                + ", which can become final until " + closed + ".",
                        "Affirm it again after that if it did not become final.");
            }
        }
        services.withEntityManager(database -> {
            MeasureAffirmation stored = database.find(MeasureAffirmation.class, digest.toString());
            if (stored == null) {
                database.persist(new MeasureAffirmation(
                        digest.toString(), text.substring(0, Math.min(text.length(), LONGEST)), now));
            } else {
                stored.affirmAgain(now);
            }
            return null;
        });
    }

    /** Takes an affirmation back that has not been used; nothing happens if there is none. */
    static void withdraw(ServiceHub services, SecureHash digest) throws FlowException {
        boolean used = services.withEntityManager(database -> {
            MeasureAffirmation stored = database.find(MeasureAffirmation.class, digest.toString());
            if (stored == null) {
                return false;
            }
            if (stored.getTransactionId() == null) {
                database.remove(stored);
                return false;
            }
            return true;
        });
        if (used) {
            throw new WorkflowException(
                    "This node has agreed to the measure in a transaction already.",
                    "A vote that was given is not taken back.");
        }
    }

    /**
     * Why a node does not agree to a measure yet.
     *
     * @param services the node's services
     * @param measure what is to be done
     * @param transaction the id of the transaction that is to do it
     * @return what is missing, or nothing if the operator has affirmed it and it was not voted for in another
     *     transaction
     */
    public static Optional<String> objection(ServiceHub services, ControlCommand measure, SecureHash transaction) {
        return objection(services, "measure", measure.digest(), transaction);
    }

    /**
     * Why a node does not agree to something yet.
     *
     * @param services the node's services
     * @param what what kind of thing, for people
     * @param digest of what is to be done
     * @param transaction the id of the transaction that is to do it
     * @return what is missing, or nothing if the operator has affirmed it and it was not voted for in another
     *     transaction
     */
    public static Optional<String> objection(
            ServiceHub services, String what, SecureHash digest, SecureHash transaction) {
        MeasureLine affirmed = find(services, digest);
        if (affirmed == null) {
            return Optional.of("The authority's operator has not affirmed this " + what + " ("
                    + digest.toString().substring(0, 16) + ") in exactly these terms.");
        }
        SecureHash used = affirmed.getTransactionId();
        return used == null || used.equals(transaction)
                ? Optional.empty()
                : Optional.of("The authority has agreed to this " + what + " in transaction " + used
                        + "; an affirmation counts for one.");
    }

    /**
     * Uses up the affirmation of what a transaction does, when the registrar's vote for it is about to leave the node.
     *
     * @param services the registrar's node
     * @param transaction what is voted for
     */
    public static void use(ServiceHub services, SignedTransaction transaction) {
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof ControlCommand) {
                use(
                        services,
                        (ControlCommand) command.getValue(),
                        transaction.getId(),
                        transaction.getTx().getTimeWindow().getUntilTime());
            } else if (command.getValue() instanceof SecurityDefinitionCommand.Announce) {
                for (SecurityDefinitionState announcing :
                        transaction.getTx().outputsOfType(SecurityDefinitionState.class)) {
                    use(
                            services,
                            announcing.amendmentDigest(announcing.getAnnounced().getProvisions()),
                            transaction.getId(),
                            transaction.getTx().getTimeWindow().getUntilTime());
                }
            }
        }
    }

    /**
     * Uses up an affirmation when the authority's signature is about to leave the node.
     *
     * @param services the authority's node
     * @param measure what is done
     * @param transaction the id of the transaction that does it
     * @param until when its time-window closes
     */
    public static void use(ServiceHub services, ControlCommand measure, SecureHash transaction, Instant until) {
        use(services, measure.digest(), transaction, until);
    }

    /**
     * Uses up an affirmation when the authority's signature is about to leave the node.
     *
     * @param services the authority's node
     * @param digest of what is done
     * @param transaction the id of the transaction that does it
     * @param until when its time-window closes
     */
    public static void use(ServiceHub services, SecureHash digest, SecureHash transaction, Instant until) {
        services.withEntityManager(database -> {
            MeasureAffirmation stored = database.find(MeasureAffirmation.class, digest.toString());
            if (stored != null) {
                stored.use(transaction.toString(), until);
            }
            return null;
        });
    }

    /** All affirmations, the latest first. */
    static List<MeasureLine> all(ServiceHub services) {
        List<MeasureLine> lines = new ArrayList<>();
        services.withEntityManager(database -> {
            database.createQuery(
                            "select a from CountersignMeasureAffirmation a order by a.affirmedAt desc",
                            MeasureAffirmation.class)
                    .getResultList()
                    .forEach(stored -> lines.add(line(stored)));
            return null;
        });
        return lines;
    }

    private static MeasureLine find(ServiceHub services, SecureHash digest) {
        return services.withEntityManager(database -> {
            MeasureAffirmation stored = database.find(MeasureAffirmation.class, digest.toString());
            return stored == null ? null : line(stored);
        });
    }

    private static MeasureLine line(MeasureAffirmation stored) {
        return new MeasureLine(
                SecureHash.create(stored.getMeasureDigest()),
                stored.getMeasure(),
                stored.getAffirmedAt(),
                stored.getTransactionId() == null ? null : SecureHash.create(stored.getTransactionId()),
                stored.getUntil());
    }
}
