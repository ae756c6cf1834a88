package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.validation.ReportSeal;

/** What a registrar is asked about: a transaction with the seals of those who have attested it. */
@CordaSerializable
public final class Submission {
    private final SignedTransaction transaction;
    private final List<ReportSeal> seals;

    /**
     * Creates a submission.
     *
     * @param transaction complete but for the registrars' and the notary's signatures
     * @param seals of those who have attested it
     */
    public Submission(SignedTransaction transaction, List<ReportSeal> seals) {
        this.transaction = transaction;
        this.seals = Collections.unmodifiableList(new ArrayList<>(seals));
    }

    /** The transaction. */
    public SignedTransaction getTransaction() {
        return transaction;
    }

    /** The seals of those who have attested it. */
    public List<ReportSeal> getSeals() {
        return seals;
    }

    /** What a registrar answers first that lacks some of a transaction's history. */
    @CordaSerializable
    public enum Lacking {
        /** The transaction is to be sent again by the platform's own flow, which sends its history along. */
        HISTORY
    }
}
