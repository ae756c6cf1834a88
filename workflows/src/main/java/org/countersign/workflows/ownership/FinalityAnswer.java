package org.countersign.workflows.ownership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.validation.Refusal;

/**
 * What the finalising registrar answers the proposer: the signatures that made the transaction final, or why it is not.
 */
@CordaSerializable
public final class FinalityAnswer {
    private final List<TransactionSignature> signatures;
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;
    private final List<ReportSeal> seals;

    /**
     * Creates an answer without seals.
     *
     * @param signatures the registrars' and the notary's signatures; empty if the transaction is not final
     * @param refusals why registrars did not vote, or the notary did not sign
     * @param silent the registrars that have not said their last word
     */
    public FinalityAnswer(List<TransactionSignature> signatures, List<Refusal> refusals, List<CordaX500Name> silent) {
        this(signatures, refusals, silent, Collections.emptyList());
    }

    /**
     * Creates an answer.
     *
     * @param signatures the registrars' and the notary's signatures; empty if the transaction is not final
     * @param refusals why registrars did not vote, or the notary did not sign
     * @param silent the registrars that have not said their last word
     * @param seals of those who attested the transaction, if it is final
     */
    @ConstructorForDeserialization
    public FinalityAnswer(
            List<TransactionSignature> signatures,
            List<Refusal> refusals,
            List<CordaX500Name> silent,
            List<ReportSeal> seals) {
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
        this.refusals = Collections.unmodifiableList(new ArrayList<>(refusals));
        this.silent = Collections.unmodifiableList(new ArrayList<>(silent));
        this.seals = Collections.unmodifiableList(new ArrayList<>(seals));
    }

    static FinalityAnswer refused(Refusal refusal) {
        return new FinalityAnswer(Collections.emptyList(), Collections.singletonList(refusal), Collections.emptyList());
    }

    static FinalityAnswer settled(List<TransactionSignature> signatures, List<ReportSeal> seals) {
        return new FinalityAnswer(signatures, Collections.emptyList(), Collections.emptyList(), seals);
    }

    /** The signatures that made the transaction final, or nothing. */
    public List<TransactionSignature> getSignatures() {
        return signatures;
    }

    /** Why the transaction is not final. */
    public List<Refusal> getRefusals() {
        return refusals;
    }

    /** The registrars that have not said their last word. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** The seals of those who attested the transaction, if it is final. */
    public List<ReportSeal> getSeals() {
        return seals;
    }
}
