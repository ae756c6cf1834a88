package org.countersign.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.vocabulary.Section;

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
    private final SearchWork work;

    ContradictionCheck(Diagnostics diagnostics, Origins origins, SecurityModel model, SearchWork work) {
        this.work = work;
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.model = model;
    }

    /** Checks, and says whether nothing was found. */
    boolean check(List<Demand> demands) {
        int before = diagnostics.errors();
        for (int later = 0; later < demands.size(); later++) {
            checkSupply(demands.get(later));
            for (int earlier = 0; earlier < later; earlier++) {
                if (demands.get(earlier).meets(demands.get(later))) {
                    checkLists(demands.get(earlier).rule(), demands.get(later).rule());
                    checkLimits(demands.get(earlier), demands.get(later));
                }
            }
        }
        if (diagnostics.errors() == before) {
            checkOperations();
        }
        return diagnostics.errors() == before;
    }

    private void checkSupply(Demand demand) {
        Optional<BigDecimal> supply =
                model.value(Section.TERMS, "supply", "quantity").map(quantity -> (BigDecimal) quantity.getCarrier());
        demand.limit()
                .filter(limit -> supply.isPresent() && limit.isLeastQuantityAbove(supply.get()))
                .ifPresent(limit -> report(
                        DiagnosticKind.LEAST_ABOVE_MOST,
                        demand.rule(),
                        "At least " + limit.written() + " are demanded of " + limit.measure()
                                + "; there are no more than the supply, "
                                + new Value(ValueType.QUANTITY, supply.get()).written() + ".",
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

    private void checkLimits(Demand earlier, Demand later) {
        Optional<Limit> one = earlier.limit();
        Optional<Limit> other = later.limit();
        if (one.isPresent() && other.isPresent()) {
            Limit least = one.get().isAbove(other.get()) ? one.get() : other.get();
            Limit most = least == one.get() ? other.get() : one.get();
            if (least.isAbove(most)) {
                report(
                        DiagnosticKind.LEAST_ABOVE_MOST,
                        later.rule(),
                        "With line " + earlier.rule().getLine() + ", at least " + least.written() + " are demanded of "
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
        if (all.isEmpty() || canHold(operation, all)) {
            return Optional.empty();
        }
        List<Condition> demanded = new ArrayList<>();
        List<Condition> requirements = new ArrayList<>();
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                requirements.add(requirement);
                demanded.add(demanded(block, requirement));
            }
        }
        // Nothing can meet more where nothing can meet less, so that the first one need not be looked for in order.
        int possible = 0;
        int impossible = demanded.size();
        while (possible + 1 < impossible) {
            int middle = (possible + impossible) / 2;
            if (canHold(operation, demanded.subList(0, middle))) {
                possible = middle;
            } else {
                impossible = middle;
            }
        }
        return Optional.of(requirements.get(impossible - 1));
    }

    private boolean canHold(Operation operation, List<Condition> conditions) {
        return new Satisfiability(operation, work).canHold(Condition.all(conditions));
    }

    // Which single requirement stands against it, if there is one.
    private String culprit(Condition breaking, Operation operation) {
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                if (requirement == breaking) {
                    return "before it";
                }
                if (!canHold(operation, Arrays.asList(demanded(block, requirement), breaking))) {
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
}
