package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** All of several conditions. */
public final class AllOf implements ComplianceCondition {
    private final List<ComplianceCondition> parts;

    /**
     * Composes conditions.
     *
     * @param parts at least one
     */
    public AllOf(List<ComplianceCondition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("'all of' needs at least one condition; there is none.");
        }
        this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    @Override
    public Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        Decision decision = Decision.HOLDS;
        for (ComplianceCondition part : parts) {
            decision = decision.and(part.judge(facts, findings));
        }
        return decision;
    }

    @Override
    public List<ComplianceCondition> getParts() {
        return parts;
    }

    @Override
    public String describe() {
        return "all of (" + parts.stream().map(ComplianceCondition::describe).collect(Collectors.joining("; ")) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AllOf && parts.equals(((AllOf) other).parts);
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
