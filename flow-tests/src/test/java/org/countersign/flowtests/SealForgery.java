package org.countersign.flowtests;

import java.security.PublicKey;
import java.util.Collections;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowLogic;
import net.corda.core.transactions.FilteredTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationRequest;

/** Attestations with a true signature, and with reports and seals that do not belong to them. */
final class SealForgery {
    private static final SecureHash OTHER = SecureHash.sha256("another transaction");

    private final FlowLogic<?> flow;
    private final FilteredTransaction tearOff;
    private final Aspect aspect;
    private final PublicKey key;

    SealForgery(FlowLogic<?> flow, AttestationRequest request) {
        this.flow = flow;
        this.tearOff = request.getTearOff();
        this.aspect = request.getAspect();
        this.key = Committees.all(flow.getServiceHub()).stream()
                .map(found -> found.getState().getData())
                .filter(committee -> committee.getAspect() == aspect)
                .map(this::ownKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No seat for " + aspect));
    }

    private PublicKey ownKey(CommitteeState committee) {
        return committee
                .seatOf(flow.getOurIdentity())
                .orElseThrow(() -> new AssertionError("No seat on " + committee.getName()))
                .getAttestationKey();
    }

    /** Whether a manner is one of those that are played here. */
    static boolean isOne(Misconduct.Manner manner) {
        return manner.compareTo(Misconduct.Manner.NO_REPORT) >= 0
                && manner.compareTo(Misconduct.Manner.UNREADABLE_FINDING) <= 0;
    }

    /** Answers in a manner of which the name says what is wrong. */
    AttestationAnswer answer(Misconduct.Manner manner) {
        SecureHash id = tearOff.getId();
        ValidationReport report = report(id, aspect, 1, FindingResult.MET, "All is well.");
        switch (manner) {
            case NO_REPORT:
                return AttestationAnswer.signed(flow.getServiceHub().createSignature(tearOff, key));
            case REPORT_OF_OTHER_TRANSACTION:
                return sealed(report(OTHER, aspect, 1, FindingResult.MET, "All is well."));
            case REPORT_OF_OTHER_ASPECT:
                return sealed(report(id, Aspect.OWNERSHIP, 1, FindingResult.MET, "All is well."));
            case SEAL_OF_OTHER_REPORT:
                return signed(report, seal(report(id, aspect, 1, FindingResult.MET, "All is not."), true, key));
            case SEAL_OF_OTHER_TRANSACTION:
                return signed(report, seal(report(OTHER, aspect, 1, FindingResult.MET, "All is well."), true, key));
            case SEAL_OF_REFUSAL:
                return signed(report, seal(report, false, key));
            case SEAL_BY_OTHER_KEY:
                return signed(report, seal(report, true, flow.getOurIdentity().getOwningKey()));
            case FAILING_REPORT:
                return sealed(report(id, aspect, 1, FindingResult.UNDECIDED, "Who knows?"));
            case TOO_MANY_FINDINGS:
                return sealed(report(id, aspect, 10_000, FindingResult.MET, "All is well."));
            default:
                return sealed(report(id, aspect, 1, FindingResult.MET, "All is\u001b[2J well."));
        }
    }

    private static ValidationReport report(
            SecureHash id, Aspect aspect, int findings, FindingResult result, String reason) {
        Finding finding = new Finding("forged.check", result, "FORGED", reason, Collections.emptyList());
        return new ValidationReport(id, aspect, Collections.nCopies(findings, finding));
    }

    private AttestationAnswer sealed(ValidationReport report) {
        return signed(report, seal(report, true, key));
    }

    private AttestationAnswer signed(ValidationReport report, ReportSeal seal) {
        return AttestationAnswer.signed(flow.getServiceHub().createSignature(tearOff, key), report, seal);
    }

    private ReportSeal seal(ValidationReport report, boolean attested, PublicKey by) {
        byte[] statement = ReportSeal.statement(
                report.getTransactionId(), report.getAspect(), attested, report.digest(), SecureHash.zeroHash);
        return new ReportSeal(
                report.getTransactionId(),
                report.getAspect(),
                attested,
                report.digest(),
                SecureHash.zeroHash,
                by,
                new OpaqueBytes(flow.getServiceHub()
                        .getKeyManagementService()
                        .sign(statement, by)
                        .getBytes()));
    }
}
