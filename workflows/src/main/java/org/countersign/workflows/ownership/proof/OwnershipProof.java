package org.countersign.workflows.ownership.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.ReportSeal;

/** The portable evidence that a holding was transferred finally to its holder, checkable without a node. */
@CordaSerializable
public final class OwnershipProof {
    private final OwnershipStatement statement;
    private final List<TornTransaction> transactions;
    private final List<ReportSeal> reports;
    private final List<CertifiedIdentity> identities;
    private final OpaqueBytes trustRoot;

    /**
     * Creates a proof.
     *
     * @param statement what it proves, in words
     * @param transactions the transaction with the holding, then those that made the definition and the committees, by
     *     ascending id
     * @param reports the seals of the members who attested the proven transaction, by ascending aspect and key; one
     *     that was not handed down is missing
     * @param identities who stands behind the keys, by ascending name
     * @param trustRoot the network's root certificate, in DER
     */
    public OwnershipProof(
            OwnershipStatement statement,
            List<TornTransaction> transactions,
            List<ReportSeal> reports,
            List<CertifiedIdentity> identities,
            OpaqueBytes trustRoot) {
        this.statement = Objects.requireNonNull(statement, "statement");
        this.transactions = Collections.unmodifiableList(new ArrayList<>(transactions));
        this.reports = Collections.unmodifiableList(new ArrayList<>(reports));
        this.identities = Collections.unmodifiableList(new ArrayList<>(identities));
        this.trustRoot = Objects.requireNonNull(trustRoot, "trustRoot");
    }

    /** What it proves, in words. */
    public OwnershipStatement getStatement() {
        return statement;
    }

    /** The transaction with the holding first, then those that made the definition and the committees. */
    public List<TornTransaction> getTransactions() {
        return transactions;
    }

    /** The seals of members who attested the proven transaction. */
    public List<ReportSeal> getReports() {
        return reports;
    }

    /** Who stands behind the keys. */
    public List<CertifiedIdentity> getIdentities() {
        return identities;
    }

    /** The network's root certificate, in DER. */
    public OpaqueBytes getTrustRoot() {
        return trustRoot;
    }
}
