package org.countersign.contracts.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.serialization.CordaSerializable;

/**
 * The compliance policy of a security: one condition, most often {@link AllOf} many. It is judged by the contract on
 * what is public and by the COMPLIANCE authorities on everything, with the same code.
 */
@CordaSerializable
public final class CompliancePolicy {
    /** How many rules and compositions a policy may have, so that its cost is bounded. */
    public static final int LARGEST_SIZE = 500;
    /** How deep compositions may nest. */
    public static final int DEEPEST = 64;

    private final ComplianceCondition condition;

    /**
     * Creates a policy.
     *
     * @param condition what must hold, or null if nothing need hold
     * @throws IllegalArgumentException if it is larger or deeper than a policy may be
     */
    public CompliancePolicy(ComplianceCondition condition) {
        this.condition = condition;
        if (condition != null && count(condition, 1) > LARGEST_SIZE) {
            throw new IllegalArgumentException("A policy has at most " + LARGEST_SIZE
                    + " rules and compositions; this one has " + count(condition, 1) + ".");
        }
    }

    /** The policy of a security that anybody may hold who is identified. */
    public static CompliancePolicy none() {
        return new CompliancePolicy(null);
    }

    private static int count(ComplianceCondition condition, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A policy is nested at most " + DEEPEST + " deep; this one is deeper.");
        }
        int size = 1;
        for (ComplianceCondition part : condition.getParts()) {
            size += count(part, depth + 1);
        }
        return size;
    }

    /** What must hold, or null if nothing need hold. */
    public ComplianceCondition getCondition() {
        return condition;
    }

    /**
     * Judges a transaction by every rule of the policy. It fails where {@link #misjudged} names a rule.
     *
     * @param facts what is known of it
     * @return the result, with one finding a rule
     */
    public ComplianceReport judge(ComplianceFacts facts) {
        ComplianceReport report = judgeRules(facts);
        return misjudged(facts)
                .map(rule -> ComplianceReport.ofSeveral(report.getFindings(), rule))
                .orElse(report);
    }

    /**
     * Composes what the rules say and nothing else, as a {@link CompiledPolicy} does. It lets nothing pass: who does
     * goes by {@link #judge}, or asks for what is {@link #misjudged} too.
     *
     * @param facts what is known of the transaction
     * @return the result, with one finding a rule
     */
    public ComplianceReport judgeRules(ComplianceFacts facts) {
        List<RuleFinding> findings = new ArrayList<>();
        Decision decision = condition == null ? Decision.HOLDS : condition.judge(facts, findings);
        return new ComplianceReport(decision, findings);
    }

    /**
     * The first rule by which one of several acquirers or disposers could stand in for another: one that everybody must
     * meet, negated or in a premise; or one that anybody may meet, demanded. Between one giver and one taker there is
     * none.
     *
     * @param facts of the transaction, of which who deals is asked
     * @return nothing if the policy can be judged on all of them at once
     */
    public Optional<ComplianceRule> misjudged(ComplianceFacts facts) {
        NetMovement movement = facts.getMovement();
        return condition == null || movement.isOneOfEach(movement.getDealers())
                ? Optional.empty()
                : misjudged(condition, movement, true);
    }

    private static Optional<ComplianceRule> misjudged(
            ComplianceCondition condition, NetMovement movement, boolean demanded) {
        if (condition instanceof ComplianceRule) {
            ComplianceRule rule = (ComplianceRule) condition;
            return rule.judgesSeveral(movement, demanded) ? Optional.empty() : Optional.of(rule);
        }
        // The premise of a When is its first part; both parts may be one object.
        boolean contrary = condition instanceof Not || condition instanceof When;
        for (ComplianceCondition part : condition.getParts()) {
            Optional<ComplianceRule> found = misjudged(part, movement, contrary != demanded);
            if (found.isPresent()) {
                return found;
            }
            contrary = false;
        }
        return Optional.empty();
    }

    /**
     * The policy in the words of the rule catalogue, canonical.
     *
     * @return one line; empty for a policy without rules
     */
    public String describe() {
        return condition == null ? "" : condition.describe();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompliancePolicy && Objects.equals(condition, ((CompliancePolicy) other).condition);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(condition);
    }

    @Override
    public String toString() {
        return describe();
    }
}
