package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A condition that is demanded only if another one holds: "when the acquirer is retail, at most 1,000 units". It is the
 * classical implication: it holds where the premise fails.
 *
 * <p>The premise is a condition like any other, most often a rule that recognises an operation, an investor category or
 * a jurisdiction.
 */
public final class When implements ComplianceCondition {
    private final ComplianceCondition premise;
    private final ComplianceCondition consequence;

    /**
     * Composes conditions.
     *
     * @param premise when
     * @param consequence what then must hold
     */
    public When(ComplianceCondition premise, ComplianceCondition consequence) {
        this.premise = Objects.requireNonNull(premise, "premise");
        this.consequence = Objects.requireNonNull(consequence, "consequence");
    }

    /** When. */
    public ComplianceCondition getPremise() {
        return premise;
    }

    /** What then must hold. */
    public ComplianceCondition getConsequence() {
        return consequence;
    }

    @Override
    public Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        Decision applies = premise.judge(facts, findings);
        return applies.negate().or(consequence.judge(facts, findings));
    }

    @Override
    public List<ComplianceCondition> getParts() {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(premise, consequence)));
    }

    @Override
    public String describe() {
        return "when (" + premise.describe() + ") then (" + consequence.describe() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof When
                && premise.equals(((When) other).premise)
                && consequence.equals(((When) other).consequence);
    }

    @Override
    public int hashCode() {
        return describe().hashCode();
    }

    @Override
    public String toString() {
        return describe();
    }
}
