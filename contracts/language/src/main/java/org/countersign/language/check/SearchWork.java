package org.countersign.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;

/**
 * The work that all searches over one source may do together, and what they found out about its rules on the way. Equal
 * rules have one number, so that no search compares their values again.
 */
public final class SearchWork {
    /** How many conditions all searches over one source look at, at most; well under a second's work. */
    public static final int MOST = 20_000_000;

    private final Map<Clause, Integer> known = new IdentityHashMap<>();
    private final Map<Clause, Integer> numbers = new HashMap<>();
    private final List<Clause> rules = new ArrayList<>();
    private final Map<Condition, Node> nodes = new IdentityHashMap<>();
    private final Map<Operation, Map<Integer, Decision>> decided = new EnumMap<>(Operation.class);
    private final Map<Operation, Map<Long, Boolean>> excluded = new EnumMap<>(Operation.class);
    private final Map<Long, Boolean> implied = new HashMap<>();
    private final BigDecimal supply;
    private long done;
    private boolean abandoned;

    /** Begins work on sources of which only the requirements are compared. */
    public SearchWork() {
        this(null);
    }

    /**
     * Begins work on one source.
     *
     * @param supply the most units that can be outstanding, in units; null if that is not known
     */
    SearchWork(BigDecimal supply) {
        this.supply = supply;
    }

    /** Takes note that a condition is looked at; false if that is one too many. */
    boolean goesOn() {
        return ++done <= MOST;
    }

    /** Takes note that a search was given up before it had an answer. */
    void abandon() {
        abandoned = true;
    }

    /** Whether a search was given up before it had an answer. */
    public boolean isAbandoned() {
        return abandoned;
    }

    /** How many different rules there are by now. */
    int size() {
        return rules.size();
    }

    /** A condition by the numbers of its rules. */
    Node node(Condition condition) {
        Node node = nodes.get(condition);
        if (node == null) {
            Node[] parts = new Node[condition.getParts().size()];
            for (int part = 0; part < parts.length; part++) {
                parts[part] = node(condition.getParts().get(part));
            }
            node = new Node(condition.getKind(), condition.getRule() == null ? -1 : number(condition.getRule()), parts);
            nodes.put(condition, node);
        }
        return node;
    }

    private int number(Clause rule) {
        return known.computeIfAbsent(
                rule,
                read -> numbers.computeIfAbsent(read, first -> {
                    rules.add(first);
                    return rules.size() - 1;
                }));
    }

    /** Whether something is known of rules that are met together, if they are of the words of these two. */
    boolean areCompared(int one, int other) {
        return Relations.isCompared(rules.get(one)) && Relations.isCompared(rules.get(other));
    }

    /** Whether of one rule can follow anything about another one. */
    boolean areAlike(int one, int other) {
        return Relations.areAlike(rules.get(one), rules.get(other));
    }

    /** What comes of a rule in every transaction of an operation. */
    Decision known(int rule, Operation operation) {
        return decided.computeIfAbsent(operation, none -> new HashMap<>())
                .computeIfAbsent(rule, number -> Relations.known(rules.get(number), operation, supply));
    }

    /** Whether no transaction of an operation can meet both of two rules. */
    boolean exclude(int one, int other, Operation operation) {
        return excluded.computeIfAbsent(operation, none -> new HashMap<>())
                .computeIfAbsent(
                        pair(Math.min(one, other), Math.max(one, other)),
                        pair -> Relations.exclude(rules.get(one), rules.get(other), operation));
    }

    /** Whether every transaction that meets one rule meets another one. */
    boolean implies(int one, int other) {
        return implied.computeIfAbsent(pair(one, other), pair -> Relations.implies(rules.get(one), rules.get(other)));
    }

    private static long pair(int one, int other) {
        return (long) one << 32 | other;
    }

    /** A condition whose rule is a number. */
    static final class Node {
        private final ConditionKind kind;
        private final int rule;
        private final Node[] parts;

        private Node(ConditionKind kind, int rule, Node[] parts) {
            this.kind = kind;
            this.rule = rule;
            this.parts = parts;
        }

        static Node not(Node part) {
            return new Node(ConditionKind.NOT, -1, new Node[] {part});
        }

        ConditionKind kind() {
            return kind;
        }

        // -1 for a composition.
        int rule() {
            return rule;
        }

        Node[] parts() {
            return parts;
        }
    }
}
