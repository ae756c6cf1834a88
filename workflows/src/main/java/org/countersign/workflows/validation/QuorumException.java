package org.countersign.workflows.validation;

import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.WorkflowException;

/** A committee did not attest: enough members refused, or too few answered in time. Nothing moved. */
public final class QuorumException extends WorkflowException {
    private final List<String> committees;
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;

    /**
     * Creates the refusal.
     *
     * @param committees the names of the committees whose quorum was not reached
     * @param refusals every refusal that came in
     * @param silent the members that did not answer
     */
    public QuorumException(List<String> committees, List<Refusal> refusals, List<CordaX500Name> silent) {
        super(problem(committees, refusals, silent), remedy(refusals));
        this.committees = committees;
        this.refusals = refusals;
        this.silent = silent;
    }

    private static String problem(List<String> committees, List<Refusal> refusals, List<CordaX500Name> silent) {
        StringBuilder text = new StringBuilder("Not attested by committee ");
        text.append(String.join(", ", committees)).append('.');
        for (Refusal refusal : refusals) {
            text.append(' ').append(refusal);
        }
        if (!silent.isEmpty()) {
            text.append(" No answer from ")
                    .append(silent.stream().map(CordaX500Name::getOrganisation).collect(Collectors.joining(", ")))
                    .append('.');
        }
        return text.toString();
    }

    private static String remedy(List<Refusal> refusals) {
        return refusals.isEmpty()
                ? "Nothing moved; try again when the silent members are back."
                : "Nothing moved; mend what the authorities name and propose again.";
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
}
