package org.countersign.language.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A condition of the compliance section: a rule, or a composition of conditions. */
public final class Condition {
    private final ConditionKind kind;
    private final Clause rule;
    private final List<Condition> parts;

    private Condition(ConditionKind kind, Clause rule, List<Condition> parts) {
        this.kind = kind;
        this.rule = rule;
        this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    /**
     * A rule of the catalogue with its parameters.
     *
     * @param rule the rule's word and values
     * @return a condition without parts
     */
    public static Condition rule(Clause rule) {
        return new Condition(ConditionKind.RULE, Objects.requireNonNull(rule, "rule"), Collections.emptyList());
    }

    /**
     * All of several conditions.
     *
     * @param parts at least one
     * @return that one, or their conjunction
     */
    public static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition(ConditionKind.ALL, null, parts);
    }

    /**
     * At least one of several conditions.
     *
     * @param parts at least one
     * @return that one, or their disjunction
     */
    public static Condition any(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition(ConditionKind.ANY, null, parts);
    }

    /**
     * The contrary of a condition.
     *
     * @param part the condition
     * @return its negation
     */
    public static Condition not(Condition part) {
        return new Condition(ConditionKind.NOT, null, Collections.singletonList(part));
    }

    /**
     * A condition that is demanded only where another one holds.
     *
     * @param premise when
     * @param consequence what then
     * @return the implication
     */
    public static Condition when(Condition premise, Condition consequence) {
        return new Condition(ConditionKind.WHEN, null, Arrays.asList(premise, consequence));
    }

    /** What it is. */
    public ConditionKind getKind() {
        return kind;
    }

    /** The rule; null for a composition. */
    public Clause getRule() {
        return rule;
    }

    /** What it is composed of, for WHEN premise and consequence; empty for a rule. */
    public List<Condition> getParts() {
        return parts;
    }

    /** The rules in it, in the order of the text. */
    public List<Clause> rules() {
        List<Clause> rules = new ArrayList<>();
        collect(rules);
        return rules;
    }

    private void collect(List<Clause> rules) {
        if (rule != null) {
            rules.add(rule);
        }
        parts.forEach(part -> part.collect(rules));
    }

    /** How many rules and compositions it is made of, itself included. */
    public int size() {
        return 1 + parts.stream().mapToInt(Condition::size).sum();
    }

    /** How deep it is; 1 for a rule. */
    public int depth() {
        return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition
                && kind == ((Condition) other).kind
                && Objects.equals(rule, ((Condition) other).rule)
                && parts.equals(((Condition) other).parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, rule, parts);
    }

    @Override
    public String toString() {
        return rule != null
                ? rule.toString()
                : kind + parts.stream().map(Condition::toString).collect(Collectors.joining("; ", "(", ")"));
    }
}
