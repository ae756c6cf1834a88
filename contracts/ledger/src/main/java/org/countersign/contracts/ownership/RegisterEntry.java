package org.countersign.contracts.ownership;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.validation.Operation;

/**
 * What one final transaction does to the register of one security: the holdings that it ends and those that it creates.
 *
 * <p><b>Since when.</b> Nobody can see from a transaction at which moment the notary took it, only the time-window in
 * which that happened; registrars record it at different moments. A new holding is therefore held since the end of the
 * window, rounded up to a millisecond: by then it was held for certain, and no proposer gains an entitlement by opening
 * a window early. Windows of successive transactions overlap, so a holding is never held since before those it was made
 * of; otherwise a quantity would be counted twice, or not at all, at a record date between the two.
 */
public final class RegisterEntry {
    private final SecureHash security;
    private final SecureHash transaction;
    private final Operation operation;
    private final Instant until;
    private final List<StateRef> ended;
    private final SortedMap<Integer, Holding> created;

    /**
     * Creates an entry.
     *
     * @param security the digest in the identifier of the security's definition
     * @param transaction the id of the transaction
     * @param operation what it does with the security
     * @param until the end of its time-window
     * @param ended the holdings of this security that it consumes
     * @param created the holdings of this security that it creates, by output index
     */
    public RegisterEntry(
            SecureHash security,
            SecureHash transaction,
            Operation operation,
            Instant until,
            List<StateRef> ended,
            Map<Integer, Holding> created) {
        this.security = Objects.requireNonNull(security, "security");
        this.transaction = Objects.requireNonNull(transaction, "transaction");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.until = Objects.requireNonNull(until, "until");
        this.ended = Collections.unmodifiableList(new ArrayList<>(ended));
        this.created = Collections.unmodifiableSortedMap(new TreeMap<>(created));
    }

    /**
     * How the register's lines change.
     *
     * @param known the lines that the register has of the holdings that this transaction ends or creates
     * @return the changed and the new lines; making the same entry again gives the same lines
     * @throws RegisterException if a holding that is to end is not in the register or has ended already, or the
     *     quantities do not fit the operation
     */
    public List<RegisterLine> change(Map<StateRef, RegisterLine> known) {
        List<RegisterLine> lines = new ArrayList<>();
        Instant since = roundedUp(until);
        long before = 0;
        for (StateRef holding : ended) {
            RegisterLine line = known.get(holding);
            check(
                    line != null && line.getSecurity().equals(security),
                    "ends the holding " + holding + ", which is not in the register");
            check(
                    line.stands() || line.getEndedBy().equals(transaction),
                    "ends the holding " + holding + ", which " + line.getEndedBy() + " has ended already");
            before = Math.addExact(before, line.getQuantity());
            since = since.isBefore(line.getSince()) ? line.getSince() : since;
            lines.add(line.ended(transaction));
        }
        long after = 0;
        for (Map.Entry<Integer, Holding> output : created.entrySet()) {
            StateRef holding = new StateRef(transaction, output.getKey());
            RegisterLine line = known.get(holding);
            after = Math.addExact(after, output.getValue().quantity);
            // It may have ended since, if the same transaction is entered again.
            lines.add(new RegisterLine(
                    security,
                    holding,
                    output.getValue().holder,
                    output.getValue().quantity,
                    since,
                    line == null ? null : line.getEndedBy()));
        }
        checkBalance(before, after);
        return lines;
    }

    private void checkBalance(long before, long after) {
        boolean balanced;
        switch (operation) {
            case ISSUE:
                balanced = ended.isEmpty() && after > 0;
                break;
            case TRANSFER:
            case FORCE_TRANSFER:
            case RECOVER:
                balanced = before == after;
                break;
            case REDEEM:
            case FORCE_REDEEM:
                balanced = before > after;
                break;
            default:
                balanced = true;
        }
        check(balanced, "is a " + operation + " from " + before + " to " + after + " smallest units");
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new RegisterException("The transaction " + transaction + " " + otherwise + ".");
        }
    }

    private static Instant roundedUp(Instant time) {
        Instant down = Instant.ofEpochMilli(time.toEpochMilli());
        return down.equals(time) ? time : down.plusMillis(1);
    }

    /** The digest in the identifier of the security's definition. */
    public SecureHash getSecurity() {
        return security;
    }

    /** The id of the transaction. */
    public SecureHash getTransaction() {
        return transaction;
    }

    /** What it does with the security. */
    public Operation getOperation() {
        return operation;
    }

    /** The holdings that it ends. */
    public List<StateRef> getEnded() {
        return ended;
    }

    /** All holdings that it ends or creates. */
    public List<StateRef> touched() {
        List<StateRef> touched = new ArrayList<>(ended);
        created.keySet().forEach(index -> touched.add(new StateRef(transaction, index)));
        return touched;
    }

    /** A holding that a transaction creates. */
    public static final class Holding {
        private final PublicKey holder;
        private final long quantity;

        /**
         * Creates the holding.
         *
         * @param holder the key that holds it
         * @param quantity in smallest units, more than zero
         */
        public Holding(PublicKey holder, long quantity) {
            this.holder = Objects.requireNonNull(holder, "holder");
            this.quantity = quantity;
        }
    }
}
