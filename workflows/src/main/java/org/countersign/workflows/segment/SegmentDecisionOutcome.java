package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.TransactionReceipt;

/** What became of a decision: it was carried out, or it is taken here and waits for other operators. */
@CordaSerializable
public final class SegmentDecisionOutcome {
    private final SecureHash decision;
    private final TransactionReceipt receipt;
    private final List<CordaX500Name> taken;
    private final List<CordaX500Name> open;

    /**
     * Creates an outcome.
     *
     * @param decision the digest of the decision, by which operators can compare what they have taken
     * @param receipt of the transaction that carried it out, or null if it waits
     * @param taken the members whose operators have taken it, as far as they answered
     * @param open the members whose operators have not taken it or whose nodes have not answered
     */
    public SegmentDecisionOutcome(
            SecureHash decision, TransactionReceipt receipt, List<CordaX500Name> taken, List<CordaX500Name> open) {
        this.decision = decision;
        this.receipt = receipt;
        this.taken = Collections.unmodifiableList(new ArrayList<>(taken));
        this.open = Collections.unmodifiableList(new ArrayList<>(open));
    }

    /** The digest of the decision. */
    public SecureHash getDecision() {
        return decision;
    }

    /** Of the transaction that carried it out, or null if it waits for other operators. */
    public TransactionReceipt getReceipt() {
        return receipt;
    }

    /** The members whose operators have taken it. */
    public List<CordaX500Name> getTaken() {
        return taken;
    }

    /** The members whose operators have not taken it, as far as is known. */
    public List<CordaX500Name> getOpen() {
        return open;
    }
}
