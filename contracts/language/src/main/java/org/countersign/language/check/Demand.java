package org.countersign.language.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.SecurityModel;

/** A rule that is required as it stands, by itself or side by side with others, and of which operations. */
final class Demand {
    private final Clause rule;
    private final Limit limit;
    private final int scope;
    private final boolean unscoped;
    private final Set<Operation> operations;

    private Demand(Clause rule, int scope, boolean unscoped, Set<Operation> operations) {
        this.rule = rule;
        this.limit = Limit.of(rule).orElse(null);
        this.scope = scope;
        this.unscoped = unscoped;
        this.operations = operations;
    }

    /** The rules that a security requires as they stand, in the order of the text. */
    static List<Demand> of(SecurityModel model, SearchWork work) {
        List<Demand> demands = new ArrayList<>();
        Map<Optional<Condition>, Integer> scopes = new HashMap<>();
        for (Block block : model.getCompliance()) {
            int scope = scopes.computeIfAbsent(block.getPremise(), first -> scopes.size());
            Set<Operation> reached = reached(block, work);
            boolean unscoped = block.getPremise()
                    .map(premise -> premise.rules().stream()
                            .allMatch(part -> part.getWord().equals(ScopeWords.OPERATION)))
                    .orElse(true);
            for (Condition requirement : block.getRequirements()) {
                for (Condition part : together(requirement)) {
                    if (part.getRule() != null) {
                        Set<Operation> judged = EnumSet.noneOf(Operation.class);
                        reached.stream()
                                .filter(operation -> Relations.known(part.getRule(), operation) == Decision.UNDECIDED)
                                .forEach(judged::add);
                        demands.add(new Demand(part.getRule(), scope, unscoped, judged));
                    }
                }
            }
        }
        return demands;
    }

    private static List<Condition> together(Condition requirement) {
        return requirement.getKind() == ConditionKind.ALL
                ? requirement.getParts()
                : Collections.singletonList(requirement);
    }

    private static Set<Operation> reached(Block block, SearchWork work) {
        Set<Operation> reached = EnumSet.noneOf(Operation.class);
        ContradictionCheck.DEALINGS.stream()
                .filter(operation -> !block.getPremise().isPresent()
                        || new Satisfiability(operation, work)
                                .canHold(block.getPremise().get()))
                .forEach(reached::add);
        return reached;
    }

    /** The rule. */
    Clause rule() {
        return rule;
    }

    /** The bound that the rule sets; nothing if it sets none. */
    Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }

    /** Whether it is required of all cases of an operation, and not only of some holders or under a condition. */
    boolean isOfEvery(Operation operation) {
        return unscoped && operations.contains(operation);
    }

    /** Whether there are movements of which both are demanded, and nobody has told them apart. */
    boolean meets(Demand other) {
        return (scope == other.scope || unscoped && other.unscoped)
                && !Collections.disjoint(operations, other.operations);
    }
}
