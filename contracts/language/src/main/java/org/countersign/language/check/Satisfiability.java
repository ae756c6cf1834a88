package org.countersign.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;

/**
 * Whether there can be a case of one operation in which a condition holds.
 *
 * <p>Equal rules have equal results, and of some rules it is known that they say nothing of the operation, or cannot be
 * met together; otherwise rules are taken for independent of each other. So a condition that is said to hold may still
 * be impossible; one that is said to be impossible is. The search is bounded: beyond its bound a condition is said to
 * hold.
 */
public final class Satisfiability {
    private static final int MOST_STEPS = 2_000;

    private final Operation operation;
    private final Map<Clause, Decision> chosen = new HashMap<>();
    private int steps;

    /**
     * Begins a search, for one condition.
     *
     * @param operation what is done
     */
    public Satisfiability(Operation operation) {
        this.operation = operation;
    }

    /**
     * Searches.
     *
     * @param condition the condition
     * @return false if there is no case in which it holds
     */
    public boolean canHold(Condition condition) {
        if (++steps > MOST_STEPS) {
            return true;
        }
        Decision decision = decide(condition);
        if (decision != Decision.UNDECIDED) {
            return decision == Decision.HOLDS;
        }
        Clause open = firstOpen(condition);
        for (Decision choice : new Decision[] {Decision.HOLDS, Decision.FAILS}) {
            if (choice == Decision.FAILS || !isExcluded(open)) {
                chosen.put(open, choice);
                if (canHold(condition)) {
                    return true;
                }
            }
        }
        chosen.remove(open);
        return false;
    }

    private boolean isExcluded(Clause rule) {
        return chosen.entrySet().stream()
                .anyMatch(other ->
                        other.getValue() == Decision.HOLDS && Relations.exclude(rule, other.getKey(), operation));
    }

    private Decision decide(Condition condition) {
        List<Condition> parts = condition.getParts();
        switch (condition.getKind()) {
            case RULE:
                return decide(condition.getRule());
            case NOT:
                return decide(parts.get(0)).negate();
            case WHEN:
                return decide(parts.get(0)).negate().or(decide(parts.get(1)));
            case ALL:
                return parts.stream().map(this::decide).reduce(Decision.HOLDS, Decision::and);
            default:
                return parts.stream().map(this::decide).reduce(Decision.FAILS, Decision::or);
        }
    }

    private Decision decide(Clause rule) {
        Decision known = Relations.known(rule, operation);
        return known != Decision.UNDECIDED ? known : chosen.getOrDefault(rule, Decision.UNDECIDED);
    }

    // One on which the result still depends, so that no choice is made in vain.
    private Clause firstOpen(Condition condition) {
        if (condition.getRule() != null) {
            return condition.getRule();
        }
        for (Condition part : condition.getParts()) {
            if (decide(part) == Decision.UNDECIDED) {
                return firstOpen(part);
            }
        }
        throw new IllegalStateException("A condition without open parts is decided.");
    }
}
