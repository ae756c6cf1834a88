package org.countersign.contracts.compliance;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The contrary of a condition. A rule that says nothing about a transaction holds of it, so that its contrary fails:
 * write {@link When} around a {@code Not}, not within.
 */
public final class Not implements ComplianceCondition {
    private final ComplianceCondition part;

    /**
     * Negates a condition.
     *
     * @param part the condition
     */
    public Not(ComplianceCondition part) {
        this.part = Objects.requireNonNull(part, "part");
    }

    /** What is negated. */
    public ComplianceCondition getPart() {
        return part;
    }

    @Override
    public Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        return part.judge(facts, findings).negate();
    }

    @Override
    public List<ComplianceCondition> getParts() {
        return Collections.singletonList(part);
    }

    @Override
    public String describe() {
        return "not (" + part.describe() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Not && part.equals(((Not) other).part);
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
