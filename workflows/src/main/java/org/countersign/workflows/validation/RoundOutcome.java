package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.ReportSeal;

/** How a round ended: the signatures that came in, the refusals, who was silent, and the aspects left open. */
@CordaSerializable
public final class RoundOutcome {
    private final List<TransactionSignature> signatures;
    private final List<ReportSeal> seals;
    private final List<Refusal> refusals;
    private final List<CordaX500Name> silent;
    private final List<String> openCommittees;
    private final boolean superseded;

    /**
     * Creates an outcome.
     *
     * @param signatures all valid attestations that came in before the round ended
     * @param seals the seals of the reports that came with them
     * @param refusals all refusals that came in before the round ended
     * @param silent who had not answered when it ended
     * @param openCommittees names of the committees whose quorum was not reached; empty for success
     * @param superseded whether a transaction that is built anew on what is current now may reach every quorum
     */
    public RoundOutcome(
            List<TransactionSignature> signatures,
            List<ReportSeal> seals,
            List<Refusal> refusals,
            List<CordaX500Name> silent,
            List<String> openCommittees,
            boolean superseded) {
        this.signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
        this.seals = Collections.unmodifiableList(new ArrayList<>(seals));
        this.refusals = Collections.unmodifiableList(new ArrayList<>(refusals));
        this.silent = Collections.unmodifiableList(new ArrayList<>(silent));
        this.openCommittees = Collections.unmodifiableList(new ArrayList<>(openCommittees));
        this.superseded = superseded;
    }

    /** All valid attestations that came in. */
    public List<TransactionSignature> getSignatures() {
        return signatures;
    }

    /** The seals of the reports that came with the attestations. */
    public List<ReportSeal> getSeals() {
        return seals;
    }

    /** All refusals that came in. */
    public List<Refusal> getRefusals() {
        return refusals;
    }

    /** Who had not answered. */
    public List<CordaX500Name> getSilent() {
        return silent;
    }

    /** The committees whose quorum was not reached. */
    public List<String> getOpenCommittees() {
        return openCommittees;
    }

    /** Whether every quorum was reached. */
    public boolean isQuorate() {
        return openCommittees.isEmpty();
    }

    /**
     * Whether a refusal says that the transaction was built on superseded facts, and a transaction that is built anew
     * may reach every quorum by what the others have said.
     */
    public boolean isSuperseded() {
        return superseded;
    }
}
