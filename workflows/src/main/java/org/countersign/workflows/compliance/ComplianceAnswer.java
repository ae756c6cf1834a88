package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.workflows.validation.ReportCheck;

/**
 * What an authority for COMPLIANCE would find of a transaction that it is asked about. Nothing is signed by it, and it
 * binds nobody: when there is a transaction, holders present what they have then, and the register has moved on.
 */
@CordaSerializable
public final class ComplianceAnswer {
    private final List<Finding> findings;

    /**
     * Creates an answer.
     *
     * @param findings one per requirement of each check, without figures
     */
    public ComplianceAnswer(List<Finding> findings) {
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /** One per requirement of each check. */
    public List<Finding> getFindings() {
        return findings;
    }

    /** Whether the authority would attest. */
    public boolean passes() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isPassed);
    }

    /**
     * Whether the authority can say neither that it would attest nor that it would refuse. A rule by itself decides
     * nothing; the policy as a whole does.
     */
    boolean isOpen() {
        return !findings.isEmpty()
                && !passes()
                && findings.stream()
                        .noneMatch(finding -> finding.getResult() == FindingResult.NOT_MET
                                && !finding.getRequirement().startsWith(PolicyRequirements.POLICY + "."));
    }

    /** Whether it can stand in front of people: bounded, readable, and without figures. */
    boolean isPresentable() {
        return findings.size() <= ReportCheck.MOST_FINDINGS
                && findings.stream()
                        .allMatch(finding -> finding != null
                                && ReportCheck.isPresentable(finding)
                                && finding.getFigures().isEmpty());
    }
}
