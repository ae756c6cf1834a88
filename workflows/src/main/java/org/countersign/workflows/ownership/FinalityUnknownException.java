package org.countersign.workflows.ownership;

import java.time.Instant;
import java.util.List;
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
    private final List<Refusal> refusals;

    private static String named(List<CordaX500Name> members) {
        return members.isEmpty()
                ? "any of them"
                : members.stream().map(CordaX500Name::getOrganisation).collect(Collectors.joining(", "));
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
     * @param silent the registrars that may still make it final
     * @param refusals what was heard against it, which does not decide
     */
    public FinalityUnknownException(
            SecureHash transactionId, Instant until, List<CordaX500Name> silent, List<Refusal> refusals) {
        super(
                "No registrar has made transaction " + transactionId + " final in time; no last word from "
                        + named(silent) + "." + heard(refusals),
                "It may still become final until " + until + "; look at the holdings after that before trying again.");
        this.transactionId = transactionId;
        this.until = until;
        this.silent = silent;
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

    /** The registrars that may still make it final. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** What was heard against it, which does not decide. */
    public List<Refusal> getRefusals() {
        return refusals;
    }
}
