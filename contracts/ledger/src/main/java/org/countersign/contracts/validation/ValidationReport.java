package org.countersign.contracts.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;

/**
 * What an authority found about one aspect of one transaction: every requirement that it judged, each with its result,
 * never a bare yes or no.
 *
 * <p>The authority keeps the whole report in its journal. The proposer gets it without the figures, and that is what
 * the {@link ReportSeal} that comes with it is over.
 */
@CordaSerializable
public final class ValidationReport {
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final List<Finding> findings;

    /**
     * Creates a report.
     *
     * @param transactionId the transaction that was judged
     * @param aspect the side of it that was judged
     * @param findings one per requirement; a report without any has judged nothing and is not passed
     */
    public ValidationReport(SecureHash transactionId, Aspect aspect, List<Finding> findings) {
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /** The transaction that was judged. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** The side of it that was judged. */
    public Aspect getAspect() {
        return aspect;
    }

    /** One line per requirement. */
    public List<Finding> getFindings() {
        return findings;
    }

    /** Whether there is at least one finding and every one is passed. */
    public boolean isPassed() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isPassed);
    }

    /** The findings that stand in the way. */
    public List<Finding> objections() {
        return findings.stream().filter(finding -> !finding.isPassed()).collect(Collectors.toList());
    }

    /**
     * The report as the proposer of the transaction may see it.
     *
     * @return the same findings without their figures; its digest is another one
     */
    public ValidationReport withoutFigures() {
        return new ValidationReport(
                transactionId,
                aspect,
                findings.stream().map(Finding::withoutFigures).collect(Collectors.toList()));
    }

    /**
     * The SHA-256 digest of everything that the report says, figures included; a number counts by its value and not by
     * its scale.
     *
     * @return the digest, the same on every machine
     */
    public SecureHash digest() {
        SelfCertifyingId parts = new SelfCertifyingId("org.countersign.report")
                .with(transactionId)
                .with(aspect.name())
                .with(findings.size());
        for (Finding finding : findings) {
            parts.with(finding.getRequirement())
                    .with(finding.getResult().name())
                    .with(finding.getReasonCode())
                    .with(finding.getReason())
                    .with(finding.getFigures().size());
            for (Figure figure : finding.getFigures()) {
                parts.with(figure.getName()).with(figure.getValue()).with(figure.getUnit());
            }
        }
        return parts.digest();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ValidationReport)) {
            return false;
        }
        ValidationReport that = (ValidationReport) other;
        return transactionId.equals(that.transactionId) && aspect == that.aspect && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transactionId, aspect, findings);
    }

    @Override
    public String toString() {
        return aspect + " of " + transactionId + ": " + findings;
    }
}
