package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Finding;

/**
 * One rule of compliance, with its parameters; one class and one test class each. The rule does not say for which
 * operations, investors or jurisdictions it is meant: {@link When} does.
 *
 * <p>Rules are values: immutable, equal by their {@link #describe() text}, without clock, randomness or input of their
 * own. To add one: extend this class, add its word to {@link RuleCatalogue}, write its test.
 */
public abstract class ComplianceRule implements ComplianceCondition {
    /**
     * The rule's word in the catalogue.
     *
     * @return lower case with hyphens, for example {@code lock-up}
     */
    public abstract String getWord();

    /**
     * Who can decide the rule.
     *
     * @return PUBLIC only if the transaction and the definition decide it alone
     */
    public abstract Reach getReach();

    /**
     * Judges a transaction by this rule alone.
     *
     * @param facts what is known of it
     * @return MET, NOT_MET, NOT_APPLICABLE if the rule says nothing about the transaction, or UNDECIDED if facts are
     *     missing; the requirement's name is {@code compliance.} and the word; the text gives the actual and the
     *     allowed but no secret of a party, which belong into the figures
     */
    public abstract Finding evaluate(ComplianceFacts facts);

    @Override
    public final Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        RuleFinding finding = new RuleFinding(this, evaluate(facts));
        findings.add(finding);
        return finding.getDecision();
    }

    @Override
    public final List<ComplianceCondition> getParts() {
        return Collections.emptyList();
    }

    @Override
    public final boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && describe().equals(((ComplianceRule) other).describe());
    }

    @Override
    public final int hashCode() {
        return describe().hashCode();
    }

    @Override
    public final String toString() {
        return describe();
    }
}
