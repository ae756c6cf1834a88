package org.countersign.workflows.validation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.ConstructorForDeserialization;
import org.countersign.workflows.WorkflowException;

/** A committee did not attest: enough members refused, or too few answered in time. Nothing moved. */
public final class QuorumException extends WorkflowException {
    private final List<String> committees;
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;
    private final Instant until;

    /**
     * Creates the refusal.
     *
     * @param committees the names of the committees whose quorum was not reached
     * @param refusals every refusal that came in
     * @param silent the members that did not answer
     */
    public QuorumException(List<String> committees, List<Refusal> refusals, List<CordaX500Name> silent) {
        this(committees, refusals, silent, null);
    }

    /**
     * Creates the refusal of registrars. Who says that it refuses may lie, and have votes of others in its hands.
     *
     * @param committees the names of the committees whose quorum was not reached
     * @param refusals every refusal that came in
     * @param silent the members that did not answer
     * @param until when the transaction's time-window closes; null if no registrar has been asked
     */
    @ConstructorForDeserialization
    public QuorumException(List<String> committees, List<Refusal> refusals, List<CordaX500Name> silent, Instant until) {
        super(
                "Not attested by committee " + String.join(", ", committees) + ". " + heard(refusals, silent),
                remedy(refusals, until));
        this.committees = committees;
        this.refusals = refusals;
        this.silent = silent;
        this.until = until;
    }

    /** What was said, and by whom nothing. */
    static String heard(List<Refusal> refusals, List<CordaX500Name> silent) {
        StringBuilder text =
                new StringBuilder(refusals.stream().map(Refusal::toString).collect(Collectors.joining(" ")));
        if (!silent.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append("No answer from ")
                    .append(silent.stream().map(CordaX500Name::getOrganisation).collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    private static String remedy(List<Refusal> refusals, Instant until) {
        String remedy = refusals.isEmpty()
                ? "Nothing moved; try again when the silent members are back."
                : "Nothing moved; mend what the authorities name and propose again.";
        return until == null
                ? remedy
                : remedy + " Until " + until + " a registrar that lies could still complete it: look at the holdings"
                        + " after that before repeating what must not happen twice.";
    }

    /** The committees whose quorum was not reached. */
    public List<String> getCommittees() {
        return committees;
    }

    /** Every refusal that came in. */
    public List<Refusal> getRefusals() {
        return refusals;
    }

    /** The members that did not answer. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** Until when a registrar that lies could still complete the transaction; null if no registrar has been asked. */
    public Instant getUntil() {
        return until;
    }
}
