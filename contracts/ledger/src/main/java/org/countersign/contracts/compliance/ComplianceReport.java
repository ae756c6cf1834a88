package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/**
 * What came of a policy: the decision, and one finding for each rule in the order of the policy's text.
 *
 * <p>A rule that is not met need not stand in the way, for example if another branch of {@link AnyOf} holds; so the
 * decision is not the sum of the findings, as it is in a {@link org.countersign.contracts.validation.ValidationReport}.
 */
public final class ComplianceReport {
    /** The requirement that stands for the policy as a whole. */
    public static final String POLICY = "compliance.policy";
    /** The reason for which a policy fails that cannot be judged on several acquirers or disposers at once. */
    public static final String SEVERAL_DEALERS = "SEVERAL_DEALERS";

    private final Decision decision;
    private final List<RuleFinding> findings;
    private final ComplianceRule misjudged;

    /**
     * Creates a report.
     *
     * @param decision what came of the policy
     * @param findings one a rule
     */
    public ComplianceReport(Decision decision, List<RuleFinding> findings) {
        this(decision, findings, null);
    }

    private ComplianceReport(Decision decision, List<RuleFinding> findings, ComplianceRule misjudged) {
        this.misjudged = misjudged;
        this.decision = Objects.requireNonNull(decision, "decision");
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /**
     * The report that a policy fails since it cannot be judged on several acquirers or disposers at once.
     *
     * @param findings one a rule
     * @param misjudged the rule by which one of them could stand in for another
     */
    static ComplianceReport ofSeveral(List<RuleFinding> findings, ComplianceRule misjudged) {
        return new ComplianceReport(Decision.FAILS, findings, misjudged);
    }

    /** What came of the policy. */
    public Decision getDecision() {
        return decision;
    }

    /** One finding a rule. */
    public List<RuleFinding> getFindings() {
        return findings;
    }

    /**
     * The findings for a validation report: every rule once, and last the policy as a whole. Where the policy holds,
     * rules that are not met are told as not applicable, since nothing depends on them.
     *
     * @return at least one finding
     */
    public List<Finding> toFindings() {
        List<Finding> told = new ArrayList<>();
        for (RuleFinding found : findings) {
            Finding finding = found.getFinding();
            told.add(
                    decision == Decision.HOLDS && !finding.isPassed()
                            ? new Finding(
                                    finding.getRequirement(),
                                    FindingResult.NOT_APPLICABLE,
                                    "NOT_NEEDED",
                                    "Not needed, since the policy holds without it: " + finding.getReason(),
                                    finding.getFigures())
                            : finding);
        }
        told.add(new Finding(
                POLICY,
                result(),
                misjudged == null ? decision.name() : SEVERAL_DEALERS,
                sentence(),
                Collections.emptyList()));
        return told;
    }

    private FindingResult result() {
        return decision == Decision.HOLDS
                ? FindingResult.MET
                : decision == Decision.FAILS ? FindingResult.NOT_MET : FindingResult.UNDECIDED;
    }

    private String sentence() {
        if (decision == Decision.HOLDS) {
            return "The compliance policy holds.";
        }
        if (misjudged != null) {
            return "The compliance policy is judged on one giver and one taker in a transaction, since one of several "
                    + "could stand in for another at this rule; make one transaction for each: "
                    + misjudged.describe() + ".";
        }
        String words = findings.stream()
                .filter(found -> found.getDecision() != Decision.HOLDS)
                .map(found -> found.getRule().describe())
                .collect(Collectors.joining("; "));
        return "The compliance policy " + (decision == Decision.FAILS ? "does not hold" : "could not be decided") + ": "
                + words + ".";
    }
}
