package org.countersign.contracts.compliance;

import java.util.Objects;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/** What came of one rule of a policy; beside {@link Finding} it knows the rule. */
public final class RuleFinding {
    private final ComplianceRule rule;
    private final Finding finding;

    /**
     * Creates one.
     *
     * @param rule the rule
     * @param finding what it said
     */
    public RuleFinding(ComplianceRule rule, Finding finding) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.finding = Objects.requireNonNull(finding, "finding");
    }

    /** The rule. */
    public ComplianceRule getRule() {
        return rule;
    }

    /** What it said. */
    public Finding getFinding() {
        return finding;
    }

    /** The finding as a truth value; a rule that says nothing about a transaction holds of it. */
    public Decision getDecision() {
        return finding.getResult() == FindingResult.UNDECIDED ? Decision.UNDECIDED : Decision.of(finding.isPassed());
    }
}
