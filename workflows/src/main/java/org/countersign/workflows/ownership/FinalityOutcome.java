package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.validation.Refusal;

/**
 * How a {@link FinalityRound} ended. Beside {@link FinalityAnswer}, which is the word of one registrar, it keeps apart
 * what this node has seen itself and what registrars say of each other.
 */
@CordaSerializable
final class FinalityOutcome {
    private final List<TransactionSignature> signatures;
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;
    private final Map<CordaX500Name, List<CordaX500Name>> reported;
    private final boolean open;

    FinalityOutcome(
            List<TransactionSignature> signatures,
            List<Refusal> refusals,
            List<CordaX500Name> silent,
            Map<CordaX500Name, List<CordaX500Name>> reported,
            boolean open) {
        this.signatures = new ArrayList<>(signatures);
        this.refusals = new ArrayList<>(refusals);
        this.silent = new ArrayList<>(silent);
        this.reported = new LinkedHashMap<>(reported);
        this.open = open;
    }

    static FinalityOutcome settled(List<TransactionSignature> signatures) {
        return new FinalityOutcome(
                signatures, Collections.emptyList(), Collections.emptyList(), Collections.emptyMap(), false);
    }

    /** The signatures that made the transaction final, or nothing. */
    List<TransactionSignature> getSignatures() {
        return signatures;
    }

    /** Why the transaction is not final. */
    List<Refusal> getRefusals() {
        return refusals;
    }

    /** The registrars that have not answered this node. */
    List<CordaX500Name> getSilent() {
        return silent;
    }

    /** By registrars that have answered, whose votes they say they had in vain asked for. */
    Map<CordaX500Name, List<CordaX500Name>> getReported() {
        return reported;
    }

    /** Whether the transaction may still become final. */
    boolean isOpen() {
        return open;
    }
}
