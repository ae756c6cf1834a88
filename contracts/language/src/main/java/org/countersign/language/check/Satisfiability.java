package org.countersign.language.check;

import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.SearchWork.Node;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;

/**
 * Whether there can be a case of one operation in which a condition holds.
 *
 * <p>Equal rules have equal results, and of some rules it is known that they say nothing of the operation, cannot be
 * met together, or are met whenever another one is; otherwise rules are taken for independent of each other. So a
 * condition that is said to hold may still be impossible; one that is said to be impossible is. The search is bounded,
 * and so is what all searches over a source do together: beyond these bounds a condition is said to hold.
 */
public final class Satisfiability {
    private static final int MOST_STEPS = 2_000;

    private final Operation operation;
    private final SearchWork work;
    private final List<Integer> held = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private Decision[] chosen;
    private int steps;

    /**
     * Begins a search, for one condition.
     *
     * @param operation what is done
     * @param work what the searches over the same source have done before
     */
    public Satisfiability(Operation operation, SearchWork work) {
        this.operation = operation;
        this.work = work;
    }

    /**
     * Searches.
     *
     * @param condition the condition
     * @return false if there is no case in which it holds
     */
    public boolean canHold(Condition condition) {
        List<Node> demanded = new ArrayList<>();
        demand(work.node(condition), true, demanded);
        chosen = new Decision[work.size()];
        return search(demanded.toArray(new Node[0]), 0);
    }

    // What must hold side by side for a condition to hold, or to fail.
    private static void demand(Node node, boolean holds, List<Node> demanded) {
        boolean together = node.kind() == ConditionKind.ALL && holds || node.kind() == ConditionKind.ANY && !holds;
        if (together) {
            for (Node part : node.parts()) {
                demand(part, holds, demanded);
            }
        } else if (node.kind() == ConditionKind.NOT) {
            demand(node.parts()[0], !holds, demanded);
        } else if (node.kind() == ConditionKind.WHEN && !holds) {
            demand(node.parts()[0], true, demanded);
            demand(node.parts()[1], false, demanded);
        } else {
            demanded.add(holds ? node : Node.not(node));
        }
    }

    // What holds stays so whatever is chosen next, so that it is not looked at again.
    private boolean search(Node[] demanded, int from) {
        if (++steps > MOST_STEPS) {
            work.abandon();
            return true;
        }
        int first = demanded.length;
        for (int index = from; index < demanded.length; index++) {
            Decision decision = decide(demanded[index]);
            if (decision == Decision.FAILS) {
                return false;
            }
            if (decision == Decision.UNDECIDED && first == demanded.length) {
                first = index;
            }
        }
        if (!work.goesOn()) {
            work.abandon();
            return true;
        }
        if (first == demanded.length) {
            return true;
        }
        int open = firstOpen(demanded[first]);
        return !isExcluded(open) && holdsWith(open, Decision.HOLDS, held, demanded, first)
                || !isImplied(open) && holdsWith(open, Decision.FAILS, failed, demanded, first);
    }

    private boolean holdsWith(int rule, Decision choice, List<Integer> alike, Node[] demanded, int first) {
        chosen[rule] = choice;
        alike.add(rule);
        boolean holds = search(demanded, first);
        alike.remove(alike.size() - 1);
        chosen[rule] = null;
        return holds;
    }

    private boolean isExcluded(int rule) {
        return held.stream()
                        .anyMatch(other ->
                                work.areCompared(rule, other) && work.goesOn() && work.exclude(rule, other, operation))
                || failed.stream().anyMatch(other -> isMetWith(rule, other));
    }

    private boolean isImplied(int rule) {
        return held.stream().anyMatch(other -> isMetWith(other, rule));
    }

    private boolean isMetWith(int one, int other) {
        return work.areAlike(one, other) && work.goesOn() && work.implies(one, other);
    }

    // When the work is used up nothing more is said to fail, and the search ends.
    private Decision decide(Node node) {
        if (!work.goesOn()) {
            return Decision.UNDECIDED;
        }
        Node[] parts = node.parts();
        switch (node.kind()) {
            case RULE:
                Decision known = work.known(node.rule(), operation);
                return known != Decision.UNDECIDED || chosen[node.rule()] == null ? known : chosen[node.rule()];
            case NOT:
                return decide(parts[0]).negate();
            case WHEN:
                Decision premise = decide(parts[0]);
                return premise == Decision.FAILS
                        ? Decision.HOLDS
                        : premise.negate().or(decide(parts[1]));
            case ALL:
                Decision all = Decision.HOLDS;
                for (int part = 0; part < parts.length && all != Decision.FAILS; part++) {
                    all = all.and(decide(parts[part]));
                }
                return all;
            default:
                Decision any = Decision.FAILS;
                for (int part = 0; part < parts.length && any != Decision.HOLDS; part++) {
                    any = any.or(decide(parts[part]));
                }
                return any;
        }
    }

    // One on which the result still depends, so that no choice is made in vain.
    private int firstOpen(Node node) {
        if (node.rule() >= 0) {
            return node.rule();
        }
        for (Node part : node.parts()) {
            if (decide(part) == Decision.UNDECIDED) {
                return firstOpen(part);
            }
        }
        throw new IllegalStateException("A condition without open parts is decided.");
    }
}
