package org.countersign.contracts.validation;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;

/**
 * An authority's word on its answer: by its attestation key it signs which report it made of which transaction, whether
 * it attests, and what its journal's last entry was.
 *
 * <p>It exists beside the attestation itself because a transaction is signed over its id, which is fixed before any
 * authority has seen it and so can carry no report. Two seals of one key for one transaction, of which one attests and
 * one refuses, prove equivocation to anybody. The digest of the journal's entry makes it known if the authority shows
 * another journal later.
 *
 * <p>The report is sealed as the proposer is told it, so that whoever has been shown it can compare; the figures are
 * bound by the journal's entry alone. A digest of figures would let anybody try out which ones give it.
 */
@CordaSerializable
public final class ReportSeal {
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final boolean attested;
    private final SecureHash reportDigest;
    private final SecureHash journalDigest;
    private final PublicKey by;
    private final OpaqueBytes signature;

    /**
     * Creates a seal as it was received; an authority signs {@link #statement} to make one.
     *
     * @param transactionId the transaction that was judged
     * @param aspect the side of it that was judged
     * @param attested whether the authority attests
     * @param reportDigest the digest of the report as the proposer is told it, without figures
     * @param journalDigest the digest of the journal's entry about this answer
     * @param by the attestation key of the authority's seat
     * @param signature over the statement
     */
    public ReportSeal(
            SecureHash transactionId,
            Aspect aspect,
            boolean attested,
            SecureHash reportDigest,
            SecureHash journalDigest,
            PublicKey by,
            OpaqueBytes signature) {
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.attested = attested;
        this.reportDigest = Objects.requireNonNull(reportDigest, "reportDigest");
        this.journalDigest = Objects.requireNonNull(journalDigest, "journalDigest");
        this.by = Objects.requireNonNull(by, "by");
        this.signature = Objects.requireNonNull(signature, "signature");
    }

    /**
     * The bytes that a seal signs. They are a digest of parts with their lengths, under a name of their own, and can be
     * taken neither for a transaction's id nor for another seal.
     *
     * @param transactionId the transaction that was judged
     * @param aspect the side of it that was judged
     * @param attested whether the authority attests
     * @param reportDigest the digest of the report as the proposer is told it, without figures
     * @param journalDigest the digest of the journal's entry about this answer
     * @return 32 bytes
     */
    public static byte[] statement(
            SecureHash transactionId,
            Aspect aspect,
            boolean attested,
            SecureHash reportDigest,
            SecureHash journalDigest) {
        return new SelfCertifyingId("org.countersign.report-seal")
                .with(transactionId)
                .with(aspect.name())
                .with(attested ? "attested" : "refused")
                .with(reportDigest)
                .with(journalDigest)
                .digest()
                .getBytes();
    }

    /**
     * Whether the signature is the key's and over this statement.
     *
     * @return false also for a key or signature that is none
     */
    public boolean isValid() {
        try {
            return Crypto.isValid(
                    by, signature.getBytes(), statement(transactionId, aspect, attested, reportDigest, journalDigest));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** The transaction that was judged. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** The side of it that was judged. */
    public Aspect getAspect() {
        return aspect;
    }

    /** Whether the authority attests. */
    public boolean getAttested() {
        return attested;
    }

    /** The digest of the report as the proposer is told it, without figures. */
    public SecureHash getReportDigest() {
        return reportDigest;
    }

    /** The digest of the journal's entry about this answer. */
    public SecureHash getJournalDigest() {
        return journalDigest;
    }

    /** The attestation key of the authority's seat. */
    public PublicKey getBy() {
        return by;
    }

    /** The signature over the statement. */
    public OpaqueBytes getSignature() {
        return signature;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ReportSeal)) {
            return false;
        }
        ReportSeal that = (ReportSeal) other;
        return transactionId.equals(that.transactionId)
                && aspect == that.aspect
                && attested == that.attested
                && reportDigest.equals(that.reportDigest)
                && journalDigest.equals(that.journalDigest)
                && by.equals(that.by)
                && signature.equals(that.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transactionId, aspect, attested, reportDigest, journalDigest, by, signature);
    }

    @Override
    public String toString() {
        return (attested ? "attested " : "refused ") + aspect + " of " + transactionId + ", report " + reportDigest;
    }
}
