package org.countersign.workflows.ownership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.validation.Refusal;

/**
 * The registrars have had their time and have neither made the transaction final nor refused it for good. It may still
 * become final until its time-window closes; if it does, the registrars deliver it. It must not be assumed to have
 * failed before that.
 */
public final class FinalityUnknownException extends WorkflowException {
    private final SecureHash transactionId;
    private final Instant until;
    private final List<CordaX500Name> silent;
    private final Map<CordaX500Name, List<CordaX500Name>> reported;
    private final List<Refusal> refusals;

    private static String named(List<CordaX500Name> members) {
        return members.stream().map(CordaX500Name::getOrganisation).collect(Collectors.joining(", "));
    }

    private static String unanswered(List<CordaX500Name> silent, Map<CordaX500Name, List<CordaX500Name>> reported) {
        StringBuilder text = new StringBuilder();
        if (!silent.isEmpty()) {
            text.append(" No answer from ").append(named(silent)).append('.');
        }
        reported.forEach((registrar, others) -> text.append(" No vote from ")
                .append(named(others))
                .append(", says ")
                .append(registrar.getOrganisation())
                .append('.'));
        return text.toString();
    }

    private static String heard(List<Refusal> refusals) {
        return refusals.isEmpty()
                ? ""
                : " Heard: " + refusals.stream().map(Refusal::toString).collect(Collectors.joining(" "));
    }

    /**
     * Creates the failure.
     *
     * @param transactionId the transaction whose fate is open
     * @param until when its time-window closes
     * @param silent the registrars that have not answered
     * @param reported by registrars that have answered, whose votes they say they have asked for in vain
     * @param refusals what was heard against it, which does not decide
     */
    public FinalityUnknownException(
            SecureHash transactionId,
            Instant until,
            List<CordaX500Name> silent,
            Map<CordaX500Name, List<CordaX500Name>> reported,
            List<Refusal> refusals) {
        super(
                "No registrar has made transaction " + transactionId + " final in time." + unanswered(silent, reported)
                        + heard(refusals),
                "It may still become final until " + until + "; look at the holdings after that before trying again.");
        this.transactionId = transactionId;
        this.until = until;
        this.silent = silent;
        this.reported = reported;
        this.refusals = refusals;
    }

    /** The transaction whose fate is open. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** When its time-window closes. */
    public Instant getUntil() {
        return until;
    }

    /** The registrars that have not answered. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** By registrars that have answered, whose votes they say they have asked for in vain. */
    public Map<CordaX500Name, List<CordaX500Name>> getReported() {
        return reported;
    }

    /** What was heard against it, which does not decide. */
    public List<Refusal> getRefusals() {
        return refusals;
    }
}
