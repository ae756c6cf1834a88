package org.countersign.workflows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;

/** What a client learns of a transaction that became final: its id, who attested which aspect, who notarised it. */
@CordaSerializable
public final class TransactionReceipt {
    private final SecureHash transactionId;
    private final String operation;
    private final Map<Aspect, List<CordaX500Name>> attestedBy;
    private final CordaX500Name notary;

    /**
     * Creates a receipt.
     *
     * @param transactionId the id of the final transaction
     * @param operation what it did, for example {@code TRANSFER} or {@code CASH}
     * @param attestedBy the members whose attestations it carries, by aspect; empty where none were demanded
     * @param notary the notary service that signed it
     */
    public TransactionReceipt(
            SecureHash transactionId,
            String operation,
            Map<Aspect, List<CordaX500Name>> attestedBy,
            CordaX500Name notary) {
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.operation = Objects.requireNonNull(operation, "operation");
        Map<Aspect, List<CordaX500Name>> copy = new TreeMap<>();
        attestedBy.forEach((aspect, names) -> copy.put(aspect, Collections.unmodifiableList(new ArrayList<>(names))));
        this.attestedBy = Collections.unmodifiableMap(copy);
        this.notary = Objects.requireNonNull(notary, "notary");
    }

    /** The id of the final transaction. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** What it did. */
    public String getOperation() {
        return operation;
    }

    /** The members whose attestations it carries, by aspect. */
    public Map<Aspect, List<CordaX500Name>> getAttestedBy() {
        return attestedBy;
    }

    /** The notary service that signed it. */
    public CordaX500Name getNotary() {
        return notary;
    }
}
