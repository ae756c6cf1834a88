package org.countersign.language.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;

/**
 * What a policy says against itself. Two rules that are required side by side are compared by their values, so that the
 * message can name both; whatever else is impossible is found by search.
 */
final class ContradictionCheck {
    /** Which a security cannot do without; the others happen to it. */
    static final List<Operation> DEALINGS =
            Collections.unmodifiableList(Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM));

    private static final String APART =
            "Correct one of them, or say with 'on', 'for', 'in' or 'when' where each is meant.";

    private final Diagnostics diagnostics;
    private final Origins origins;
    private final SecurityModel model;

    ContradictionCheck(Diagnostics diagnostics, Origins origins, SecurityModel model) {
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.model = model;
    }

    void check() {
        List<Demand> demands = demands();
        for (int later = 0; later < demands.size(); later++) {
            checkSupply(demands.get(later).rule);
            for (int earlier = 0; earlier < later; earlier++) {
                if (demands.get(earlier).meets(demands.get(later))) {
                    checkLists(demands.get(earlier).rule, demands.get(later).rule);
                    checkLimits(demands.get(earlier).rule, demands.get(later).rule);
                }
            }
        }
        if (diagnostics.errors() == 0) {
            checkOperations();
        }
    }

    private List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                List<Condition> parts = requirement.getKind() == ConditionKind.ALL
                        ? requirement.getParts()
                        : Collections.singletonList(requirement);
                parts.stream()
                        .filter(part -> part.getRule() != null)
                        .forEach(part -> demands.add(
                                new Demand(part.getRule(), block.getPremise().orElse(null))));
            }
        }
        return demands;
    }

    private void checkSupply(Clause rule) {
        Limit.of(rule)
                .filter(limit -> limit.isLeastQuantityAbove(model.getSupply()))
                .ifPresent(limit -> report(
                        DiagnosticKind.LEAST_ABOVE_MOST,
                        rule,
                        "At least " + limit.written() + " are demanded of " + limit.measure()
                                + "; there are no more than the supply, "
                                + new Value(ValueType.QUANTITY, model.getSupply()).written() + ".",
                        "Correct one of the two."));
    }

    private void checkLists(Clause earlier, Clause later) {
        List<String> both = new ArrayList<>(Relations.allowedAndBarred(earlier, later));
        both.addAll(Relations.allowedAndBarred(later, earlier));
        if (!both.isEmpty()) {
            report(
                    DiagnosticKind.ALLOWED_AND_BARRED,
                    later,
                    "What is both allowed and barred by this and line " + earlier.getLine() + ": "
                            + String.join(", ", both) + ".",
                    "Take it out of one of the two, or say with 'on', 'for', 'in' or 'when' where each is meant.");
        }
    }

    private void checkLimits(Clause earlier, Clause later) {
        Optional<Limit> one = Limit.of(earlier);
        Optional<Limit> other = Limit.of(later);
        if (one.isPresent() && other.isPresent()) {
            Limit least = one.get().isAbove(other.get()) ? one.get() : other.get();
            Limit most = least == one.get() ? other.get() : one.get();
            if (least.isAbove(most)) {
                report(
                        DiagnosticKind.LEAST_ABOVE_MOST,
                        later,
                        "With line " + earlier.getLine() + ", at least " + least.written() + " are demanded of "
                                + least.measure() + " and at most " + most.written()
                                + (least.measure().equals(most.measure()) ? "" : " of " + most.measure()) + ".",
                        APART);
            }
        }
    }

    private void checkOperations() {
        Map<Operation, Condition> impossible = new LinkedHashMap<>();
        DEALINGS.forEach(operation -> breaking(operation).ifPresent(found -> impossible.put(operation, found)));
        boolean nobody = impossible.containsKey(Operation.ISSUE) || impossible.size() == DEALINGS.size();
        for (Map.Entry<Operation, Condition> found : impossible.entrySet()) {
            String never = "With this requirement no operation '"
                    + Value.word(found.getKey().name()) + "' can ever be in order";
            if (nobody) {
                report(
                        DiagnosticKind.CONTRADICTION,
                        found.getValue(),
                        never + ": it contradicts what is required " + culprit(found.getValue(), found.getKey()) + ".",
                        "Change one of them, or say with 'on', 'for', 'in' or 'when' where each is meant.");
                return;
            }
            report(
                    DiagnosticKind.IMPOSSIBLE_OPERATION,
                    found.getValue(),
                    never + ".",
                    "Change it unless that is what is meant.");
        }
    }

    // The first requirement that, with all those before it, nothing can meet.
    private Optional<Condition> breaking(Operation operation) {
        List<Condition> all =
                model.getCompliance().stream().map(Block::condition).collect(Collectors.toList());
        if (all.isEmpty() || new Satisfiability(operation).canHold(Condition.all(all))) {
            return Optional.empty();
        }
        List<Condition> demanded = new ArrayList<>();
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                demanded.add(demanded(block, requirement));
                if (!new Satisfiability(operation).canHold(Condition.all(demanded))) {
                    return Optional.of(requirement);
                }
            }
        }
        return Optional.empty();
    }

    // Which single requirement stands against it, if there is one.
    private String culprit(Condition breaking, Operation operation) {
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                if (requirement == breaking) {
                    return "before it";
                }
                Condition both = Condition.all(Arrays.asList(demanded(block, requirement), breaking));
                if (!new Satisfiability(operation).canHold(both)) {
                    return "in line " + requirement.rules().get(0).getLine();
                }
            }
        }
        return "before it";
    }

    /** A requirement with the premise of its block. */
    static Condition demanded(Block block, Condition requirement) {
        return block.getPremise()
                .map(premise -> Condition.when(premise, requirement))
                .orElse(requirement);
    }

    private void report(DiagnosticKind kind, Object where, String reason, String remedy) {
        diagnostics.report(kind, origins.of(where), reason, remedy);
    }

    /** A rule that is required as it stands, and where. */
    private static final class Demand {
        private final Clause rule;
        private final Condition premise;

        Demand(Clause rule, Condition premise) {
            this.rule = rule;
            this.premise = premise;
        }

        // Whether there are movements of which both are demanded, and nobody has told them apart.
        boolean meets(Demand other) {
            boolean plain =
                    Objects.equals(premise, other.premise) || isOfOperationsOnly() && other.isOfOperationsOnly();
            return plain && DEALINGS.stream().anyMatch(operation -> isJudged(operation) && other.isJudged(operation));
        }

        private boolean isOfOperationsOnly() {
            return premise == null
                    || premise.rules().stream().allMatch(part -> part.getWord().equals(ScopeWords.OPERATION));
        }

        private boolean isJudged(Operation operation) {
            boolean says = Relations.known(rule, operation) == Decision.UNDECIDED;
            return says && (premise == null || new Satisfiability(operation).canHold(premise));
        }
    }
}
