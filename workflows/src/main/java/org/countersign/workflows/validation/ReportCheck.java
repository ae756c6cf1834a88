package org.countersign.workflows.validation;

import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.Rules;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;

/** Whether a report and its seal that came from an authority are what they should be. */
public final class ReportCheck {
    /** The most findings that a report may have. */
    public static final int MOST_FINDINGS = 200;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 1_000;

    private ReportCheck() {}

    /**
     * Whether a finding can stand in front of people: its texts are readable and bounded, 120 characters for
     * requirement and reason code, 1,000 for the reason.
     *
     * @param finding the finding
     * @return whether it can
     */
    public static boolean isPresentable(Finding finding) {
        return Rules.isReadable(finding.getRequirement(), LONGEST_NAME)
                && Rules.isReadable(finding.getReasonCode(), LONGEST_NAME)
                && Rules.isReadable(finding.getReason(), LONGEST_REASON);
    }

    /**
     * Compares the report and seal of an answer with what was asked of whom.
     *
     * @param answer an answer that has a report and a seal
     * @param seat who was asked
     * @param transactionId about which transaction
     * @return what is wrong, as the end of a sentence that begins with the authority's name; nothing if all is right
     */
    static Optional<String> flaw(AttestationAnswer answer, Seat seat, SecureHash transactionId) {
        boolean attested = answer.getSignature() != null;
        Optional<String> flaw = flaw(answer.getReport(), attested, seat, transactionId);
        return flaw.isPresent() ? flaw : flaw(answer.getSeal(), answer.getReport(), attested, seat);
    }

    private static Optional<String> flaw(
            ValidationReport report, boolean attested, Seat seat, SecureHash transactionId) {
        if (!report.getTransactionId().equals(transactionId) || report.getAspect() != seat.getAspect()) {
            return Optional.of("answered with a report about something else.");
        }
        if (report.getFindings().size() > MOST_FINDINGS) {
            return Optional.of("answered with a report of "
                    + report.getFindings().size() + " findings; " + MOST_FINDINGS + " are read.");
        }
        for (Finding finding : report.getFindings()) {
            if (!isPresentable(finding) || !finding.getFigures().isEmpty()) {
                return Optional.of("answered with a report that is unreadable or tells figures.");
            }
        }
        if (report.isPassed() != attested) {
            return Optional.of(
                    attested ? "attests although its report does not pass." : "refuses although its report passes.");
        }
        return Optional.empty();
    }

    private static Optional<String> flaw(ReportSeal seal, ValidationReport report, boolean attested, Seat seat) {
        if (!seal.getBy().equals(seat.getAttestationKey()) || !seal.isValid()) {
            return Optional.of("answered with a report that the key of its seat has not sealed.");
        }
        if (!seal.getTransactionId().equals(report.getTransactionId())
                || seal.getAspect() != report.getAspect()
                || seal.getAttested() != attested
                || !seal.getReportDigest().equals(report.digest())) {
            return Optional.of("answered with a seal of another report or answer.");
        }
        return Optional.empty();
    }
}
