package org.countersign.contracts.validation;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.StateRef;

/**
 * A committee's assertion about the transaction that carries it: this aspect of this operation is in order.
 *
 * <p>The required signer of the command is the committee's composite key, so Corda itself demands the quorum. The
 * signatures are over the transaction's id; the assertion can therefore not be moved to another transaction. The
 * command names the committee and the definition by state reference, so that whoever is shown the command alone, in an
 * ownership proof, knows what it was judged by.
 */
public final class Attest implements CommandData {
    private final Aspect aspect;
    private final Operation operation;
    private final StateRef committee;
    private final StateRef definition;
    private final Instant validFrom;
    private final Instant validUntil;

    /**
     * Creates the command.
     *
     * @param aspect what is attested
     * @param operation what the transaction does with the security
     * @param committee the committee's current state, a reference state of the transaction
     * @param definition the definition that rules, a reference state or an input of the transaction; null only while
     *     the definition is being registered and has no reference yet
     * @param validFrom the transaction's time-window opens no earlier
     * @param validUntil the transaction's time-window closes no later
     */
    public Attest(
            Aspect aspect,
            Operation operation,
            StateRef committee,
            StateRef definition,
            Instant validFrom,
            Instant validUntil) {
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.committee = Objects.requireNonNull(committee, "committee");
        this.definition = definition;
        this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
        this.validUntil = Objects.requireNonNull(validUntil, "validUntil");
    }

    /** What is attested. */
    public Aspect getAspect() {
        return aspect;
    }

    /** What the transaction does with the security. */
    public Operation getOperation() {
        return operation;
    }

    /** The committee's current state. */
    public StateRef getCommittee() {
        return committee;
    }

    /** The definition that rules, or null while it is being registered. */
    public StateRef getDefinition() {
        return definition;
    }

    /** The transaction's time-window opens no earlier than this. */
    public Instant getValidFrom() {
        return validFrom;
    }

    /** The transaction's time-window closes no later than this. */
    public Instant getValidUntil() {
        return validUntil;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Attest)) {
            return false;
        }
        Attest that = (Attest) other;
        return aspect == that.aspect
                && operation == that.operation
                && committee.equals(that.committee)
                && Objects.equals(definition, that.definition)
                && validFrom.equals(that.validFrom)
                && validUntil.equals(that.validUntil);
    }

    @Override
    public int hashCode() {
        return Objects.hash(aspect, operation, committee, definition, validFrom, validUntil);
    }

    @Override
    public String toString() {
        return "Attest(" + aspect + " of " + operation + ", committee " + committee + ", definition " + definition
                + ", from " + validFrom + " until " + validUntil + ")";
    }
}
