package org.countersign.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.Reach;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.vocabulary.Section;

/** What a policy says against itself, see {@link ContradictionCheck}, or says without effect. */
final class PolicyCheck {
    private final Diagnostics diagnostics;
    private final Origins origins;
    private final Catalogue catalogue;
    private final SecurityModel model;
    private final SearchWork work;

    PolicyCheck(Diagnostics diagnostics, Origins origins, Catalogue catalogue, SecurityModel model) {
        this.diagnostics = diagnostics;
        this.origins = origins;
        this.catalogue = catalogue;
        this.model = model;
        this.work = new SearchWork(model.value(Section.TERMS, "supply", "quantity")
                .map(supply -> (BigDecimal) supply.getCarrier())
                .orElse(null));
    }

    /** Checks what could be read; where that is not all, nothing is said that the rest could change. */
    void check(boolean complete) {
        List<Demand> demands = Demand.of(model, work);
        new MaturityCheck(diagnostics, origins, model).check(demands);
        if (new ContradictionCheck(diagnostics, origins, model, work).check(demands) && complete) {
            model.getCompliance().forEach(this::checkEffect);
            checkRepetition();
            checkAttested();
        }
        if (work.isAbandoned()) {
            diagnostics.report(
                    DiagnosticKind.NOT_SEARCHED,
                    origins.of(model.getCompliance().get(0)),
                    "The requirements depend on each other in so many ways that not all of them were tried: there may"
                            + " be contradictions that are not told.",
                    "Say the same with fewer alternatives.");
        }
    }

    private boolean canEverHold(Condition condition) {
        return Relations.judged().stream()
                .anyMatch(operation -> new Satisfiability(operation, work).canHold(condition));
    }

    private void checkEffect(Block block) {
        if (block.getPremise().isPresent() && !canEverHold(block.getPremise().get())) {
            diagnostics.report(
                    DiagnosticKind.UNREACHABLE,
                    origins.of(block),
                    "This never applies, so that nothing of what is required here is ever required.",
                    "Take it out, or change the condition.");
            return;
        }
        if (isExcludedByOthers(block)) {
            diagnostics.report(
                    DiagnosticKind.UNREACHABLE,
                    origins.of(block),
                    "This never applies beside what is required elsewhere, so that nothing of what is required here is"
                            + " ever required.",
                    "Take it out, or change what is required elsewhere.");
            return;
        }
        List<Condition> premises = new ArrayList<>();
        block.getPremise().ifPresent(premises::add);
        for (Condition requirement : block.getRequirements()) {
            if (canEverHold(Condition.not(ContradictionCheck.demanded(block, requirement)))
                    || isPremiseDead(requirement, premises)) {
                checkReached(requirement, premises);
            } else {
                diagnostics.report(
                        DiagnosticKind.IDLE,
                        origins.of(requirement),
                        "This always holds, so that it requires nothing.",
                        "Take it out, or change it.");
            }
        }
    }

    private boolean isPremiseDead(Condition condition, List<Condition> premises) {
        return condition.getKind() == ConditionKind.WHEN
                && !canEverHoldWith(premises, condition.getParts().get(0));
    }

    private boolean canEverHoldWith(List<Condition> premises, Condition condition) {
        List<Condition> all = new ArrayList<>(premises);
        all.add(condition);
        return canEverHold(Condition.all(all));
    }

    // What cannot hold where it is asked says nothing. With it holds what is demanded side by side with it, and what it
    // is a consequence of.
    private void checkReached(Condition condition, List<Condition> premises) {
        List<Condition> parts = condition.getParts();
        if (isPremiseDead(condition, premises)) {
            diagnostics.report(
                    DiagnosticKind.UNREACHABLE,
                    origins.of(condition),
                    "The condition after 'when' can never hold here.",
                    "Take the requirement out, or change the condition.");
            return;
        }
        for (Condition part : parts) {
            List<Condition> known = new ArrayList<>(premises);
            if (condition.getKind() == ConditionKind.ALL) {
                parts.stream().filter(other -> other != part).forEach(known::add);
            } else if (condition.getKind() == ConditionKind.WHEN && part == parts.get(1)) {
                known.add(parts.get(0));
            }
            if (condition.getKind() == ConditionKind.ANY && !canEverHoldWith(premises, part)) {
                diagnostics.report(
                        DiagnosticKind.UNREACHABLE,
                        origins.of(part),
                        "This alternative can never hold here.",
                        "Take it out, or change it.");
            } else {
                checkReached(part, known);
            }
        }
    }

    private boolean isExcludedByOthers(Block block) {
        if (!block.getPremise().isPresent()) {
            return false;
        }
        List<Condition> all = model.getCompliance().stream()
                .filter(other -> other != block)
                .map(Block::condition)
                .collect(Collectors.toList());
        all.add(block.getPremise().get());
        return !canEverHold(Condition.all(all));
    }

    private void checkRepetition() {
        Set<List<Object>> seen = new HashSet<>();
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                if (!seen.add(Arrays.asList(block.getPremise(), requirement))) {
                    diagnostics.report(
                            DiagnosticKind.REPEATED,
                            origins.of(requirement),
                            "The same is required before.",
                            "Take one of them out.");
                }
            }
        }
    }

    private void checkAttested() {
        Optional<Clause> attest = model.clauses(Section.VALIDATION, "attest").stream()
                .filter(clause -> clause.getValues().get("aspect").getCarrier().equals("compliance"))
                .findFirst();
        for (Block block : model.getCompliance()) {
            for (Condition requirement : block.getRequirements()) {
                List<String> missing = ContradictionCheck.DEALINGS.stream()
                        .filter(operation -> !isAttested(attest.orElse(null), operation))
                        .filter(operation -> matters(block, requirement, operation))
                        .map(operation -> Value.word(operation.name()))
                        .collect(Collectors.toList());
                if (!missing.isEmpty()) {
                    diagnostics.report(
                            DiagnosticKind.NEVER_ATTESTED,
                            origins.of(requirement),
                            "Only authorities can judge this, and nobody attests compliance of: "
                                    + String.join(", ", missing) + ".",
                            "Add to the section 'validation': attest compliance by \"…\" on "
                                    + String.join(", ", missing) + "; or say for what the requirement is meant.");
                }
            }
        }
    }

    private static boolean isAttested(Clause attest, Operation operation) {
        return attest != null
                && attest.value("on")
                        .map(on -> on.texts().contains(operation.name()))
                        .orElse(true);
    }

    private boolean matters(Block block, Condition requirement, Operation operation) {
        List<Clause> rules = new ArrayList<>(requirement.rules());
        block.getPremise().ifPresent(premise -> rules.addAll(premise.rules()));
        boolean secret = rules.stream()
                .anyMatch(rule -> catalogue
                        .find(rule.getWord())
                        .filter(description -> description.getReach() == Reach.PRIVATE)
                        .isPresent());
        Condition breach = Condition.not(requirement);
        Condition reached = block.getPremise()
                .map(premise -> Condition.all(Arrays.asList(premise, breach)))
                .orElse(breach);
        return secret && new Satisfiability(operation, work).canHold(reached);
    }
}
