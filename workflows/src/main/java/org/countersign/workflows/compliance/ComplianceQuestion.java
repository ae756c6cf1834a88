package org.countersign.workflows.compliance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Operation;

/**
 * What would come of a transaction: the question of whoever would give, before there is a transaction. How old the lots
 * are is the asker's word; the transaction would have to show it.
 */
@CordaSerializable
public final class ComplianceQuestion {
    private static final int MOST_LOTS = 1_000;
    private static final int MOST_DIGITS = 40;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final UniqueIdentifier security;
    private final StateRef definition;
    private final Operation operation;
    private final List<ProposedLot> surrendered;
    private final List<ProposedLot> received;
    private final Instant from;
    private final Instant until;

    /**
     * Creates a question.
     *
     * @param security of what
     * @param definition the current one of the security
     * @param operation ISSUE, TRANSFER or REDEEM
     * @param surrendered the holdings that would end; empty for an issue
     * @param received the holdings that would begin, change included
     * @param from the beginning of the time-window
     * @param until its end
     */
    public ComplianceQuestion(
            UniqueIdentifier security,
            StateRef definition,
            Operation operation,
            List<ProposedLot> surrendered,
            List<ProposedLot> received,
            Instant from,
            Instant until) {
        this.security = Objects.requireNonNull(security, "security");
        this.definition = Objects.requireNonNull(definition, "definition");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.surrendered = Collections.unmodifiableList(new ArrayList<>(surrendered));
        this.received = Collections.unmodifiableList(new ArrayList<>(received));
        this.from = Objects.requireNonNull(from, "from");
        this.until = Objects.requireNonNull(until, "until");
    }

    /** Of what. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** The current definition of the security. */
    public StateRef getDefinition() {
        return definition;
    }

    /** What would be done. */
    public Operation getOperation() {
        return operation;
    }

    /** The holdings that would end. */
    public List<ProposedLot> getSurrendered() {
        return surrendered;
    }

    /** The holdings that would begin. */
    public List<ProposedLot> getReceived() {
        return received;
    }

    /** The beginning of the time-window. */
    public Instant getFrom() {
        return from;
    }

    /** Its end. */
    public Instant getUntil() {
        return until;
    }

    /**
     * Whether it is one that can be answered: bounded, of quantities of the security that the ledger can count, each
     * and together, and balanced as its operation demands.
     *
     * @param fractionDigits those of the security
     * @return false for a question that makes no sense
     */
    public boolean isSound(int fractionDigits) {
        if (surrendered.size() > MOST_LOTS
                || received.size() > MOST_LOTS
                || !from.isBefore(until)
                || Duration.between(from, until).compareTo(LONGEST_WINDOW) > 0
                || !areQuantities(surrendered, fractionDigits)
                || !areQuantities(received, fractionDigits)
                || !isCountable(surrendered, fractionDigits)
                || !isCountable(received, fractionDigits)) {
            return false;
        }
        int balance = sum(surrendered).compareTo(sum(received));
        switch (operation) {
            case ISSUE:
                return surrendered.isEmpty() && !received.isEmpty();
            case TRANSFER:
                return !received.isEmpty() && balance == 0;
            case REDEEM:
                return balance > 0;
            default:
                return false;
        }
    }

    private static boolean areQuantities(List<ProposedLot> lots, int fractionDigits) {
        return lots.stream()
                .allMatch(lot -> lot != null
                        && lot.getQuantity().signum() > 0
                        && lot.getQuantity().precision() <= MOST_DIGITS
                        && lot.getQuantity().scale() <= fractionDigits
                        && lot.getQuantity().scale() >= -MOST_DIGITS);
    }

    // The ledger counts in smallest units, and no further than a long does.
    private static boolean isCountable(List<ProposedLot> lots, int fractionDigits) {
        return sum(lots).scaleByPowerOfTen(fractionDigits).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    private static BigDecimal sum(List<ProposedLot> lots) {
        return lots.stream().map(ProposedLot::getQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
