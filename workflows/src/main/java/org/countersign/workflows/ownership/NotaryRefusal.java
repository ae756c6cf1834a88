package org.countersign.workflows.ownership;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.StateConsumptionDetails;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.validation.Refusal;

/**
 * Reads from a notary's error what it says about the fate of a transaction.
 *
 * <p>A notary signs a transaction that it has notarised before again, also after its time-window. There is one
 * exception: where a reference state has been superseded since, it answers with a conflict, in which the transaction's
 * own inputs appear as consumed by itself.
 */
final class NotaryRefusal {
    private final NotaryError error;
    private final SecureHash transactionId;
    private final Instant until;

    /**
     * Reads an error.
     *
     * @param error what the notary said
     * @param transactionId of what
     * @param until when the transaction's time-window closes
     */
    NotaryRefusal(NotaryError error, SecureHash transactionId, Instant until) {
        this.error = error;
        this.transactionId = transactionId;
        this.until = until;
    }

    /** Whether the error shows that the notary has notarised this very transaction before. */
    boolean showsNotarisation() {
        SecureHash own = transactionId.reHash();
        return consumed().stream()
                .anyMatch(details -> details.getHashOfTransactionId().equals(own));
    }

    /** Whether the notary will never notarise the transaction: something else was first, or it is too late. */
    boolean isForGood() {
        if (error instanceof NotaryError.Conflict) {
            return !showsNotarisation();
        }
        if (error instanceof NotaryError.TimeWindowInvalid) {
            Instant now = ((NotaryError.TimeWindowInvalid) error).getCurrentTime();
            return !now.isBefore(until);
        }
        return false;
    }

    /**
     * The refusal as an answer.
     *
     * @param member who says so
     */
    Refusal by(CordaX500Name member) {
        boolean superseded = consumed().stream()
                .anyMatch(details ->
                        details.getType() == StateConsumptionDetails.ConsumedStateType.REFERENCE_INPUT_STATE);
        return new Refusal(
                member,
                superseded ? Refusal.SUPERSEDED_AT_NOTARY : Refusal.REFUSED_BY_NOTARY,
                "The notary refuses transaction " + transactionId + ": " + error);
    }

    private Collection<StateConsumptionDetails> consumed() {
        return error instanceof NotaryError.Conflict
                ? ((NotaryError.Conflict) error).getConsumedStates().values()
                : Collections.emptyList();
    }
}
