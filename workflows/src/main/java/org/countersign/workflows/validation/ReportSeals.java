package org.countersign.workflows.validation;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.ReportSealSchema.Row;

/**
 * The seals that the attesting members of a transaction's committees gave with their attestations. Who has a
 * transaction of a security has its seals, and shows them in an ownership proof.
 *
 * <p>Only seals that prove themselves are kept, so that it does not matter from whom they came. They are kept from when
 * they come in; those of a transaction that never becomes final stay without use.
 */
public final class ReportSeals {
    /** The most seals that are taken with one transaction. */
    public static final int MOST = 500;

    private ReportSeals() {}

    /**
     * Seals a report.
     *
     * @param services the node of the authority
     * @param told the report as the proposer is told it, without figures; it attests if it passes
     * @param entry the digest of the journal's entry about the answer
     * @param key the attestation key of the authority's seat
     * @return the seal
     */
    public static ReportSeal sign(ServiceHub services, ValidationReport told, SecureHash entry, PublicKey key) {
        byte[] statement =
                ReportSeal.statement(told.getTransactionId(), told.getAspect(), told.isPassed(), told.digest(), entry);
        return new ReportSeal(
                told.getTransactionId(),
                told.getAspect(),
                told.isPassed(),
                told.digest(),
                entry,
                key,
                new OpaqueBytes(
                        services.getKeyManagementService().sign(statement, key).getBytes()));
    }

    /**
     * The seals of a transaction.
     *
     * @param services the node's services
     * @param transactionId the transaction
     * @return the seals that this node has, by aspect; every one is by a seat of a committee that the transaction
     *     names, and attests
     */
    public static List<ReportSeal> of(ServiceHub services, SecureHash transactionId) {
        return services.withEntityManager(database -> {
            List<ReportSeal> seals = new ArrayList<>();
            for (Row row : database.createQuery(
                            "select r from CountersignReportSeal r where r.transactionId = :id"
                                    + " order by r.aspect, r.sealId",
                            Row.class)
                    .setParameter("id", transactionId.toString())
                    .getResultList()) {
                seals.add(row.seal());
            }
            return seals;
        });
    }

    /**
     * Keeps seals that came with a transaction. What does not belong to it is passed over.
     *
     * @param services the node's services; they know the committees that the transaction refers to
     * @param transaction the transaction, final or not
     * @param seals what came, from whomever
     */
    public static void record(ServiceHub services, SignedTransaction transaction, Collection<ReportSeal> seals) {
        if (seals.size() > MOST) {
            return;
        }
        List<ReportSeal> belonging = new ArrayList<>();
        for (ReportSeal seal : seals) {
            if (seal.getAttested()
                    && seal.getTransactionId().equals(transaction.getId())
                    && isBySeat(services, transaction, seal)
                    && seal.isValid()) {
                belonging.add(seal);
            }
        }
        services.withEntityManager(database -> {
            for (ReportSeal seal : belonging) {
                // The first one stays: a member that is asked twice may seal twice, and one of the two is enough.
                if (database.find(Row.class, Row.idOf(seal)) == null) {
                    database.persist(new Row(seal));
                }
            }
            return null;
        });
    }

    private static boolean isBySeat(ServiceHub services, SignedTransaction transaction, ReportSeal seal) {
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest
                    && ((Attest) command.getValue()).getAspect() == seal.getAspect()
                    && hasSeat(services, (Attest) command.getValue(), seal)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSeat(ServiceHub services, Attest attest, ReportSeal seal) {
        try {
            CommitteeState committee = Committees.at(services, attest.getCommittee());
            return committee.getAspect() == seal.getAspect()
                    && committee.getTerms().getMembers().stream()
                            .anyMatch(member -> member.getAttestationKey().equals(seal.getBy()));
        } catch (TransactionResolutionException | ClassCastException unknown) {
            return false;
        }
    }
}
