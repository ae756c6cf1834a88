package org.countersign.language.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.language.grammar.SecurityParser.ClauseContext;
import org.countersign.language.grammar.SecurityParser.RequirementContext;
import org.countersign.language.model.Block;
import org.countersign.language.model.Condition;
import org.countersign.language.model.Numbers;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;

/** Reads the compliance section into blocks. */
final class ComplianceReader {
    // With rules as many as there can be, what makes them still fits into one method of a class.
    private static final int MOST_ELEMENTS = 4_000;

    private final Diagnostics diagnostics;
    private final ConditionReader conditions;
    private final Origins origins;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Condition> requirements = new ArrayList<>();
    private Condition premise;
    private Span begin;
    private boolean scoped;
    private boolean demanded;
    private boolean unknown;

    ComplianceReader(Diagnostics diagnostics, ConditionReader conditions, Origins origins) {
        this.diagnostics = diagnostics;
        this.conditions = conditions;
        this.origins = origins;
    }

    void read(ClauseContext context) {
        if (context.scope() != null) {
            finish();
            begin = Literals.span(context.scope());
            int before = diagnostics.errors();
            premise = conditions.scope(context.scope());
            unknown = diagnostics.errors() > before;
            scoped = true;
            demanded = false;
        } else {
            demanded = true;
            if (begin == null) {
                begin = Literals.span(context);
            }
            Condition requirement = requirement(context.requirement());
            if (requirement != null) {
                requirements.add(requirement);
            }
        }
    }

    /** Notes a requirement whose form is wrong, so that nobody is told that there is none. */
    void said() {
        demanded = true;
    }

    private Condition requirement(RequirementContext context) {
        Condition condition = conditions.read(context.condition());
        if (condition == null) {
            return null;
        }
        Condition demandedHere = context.FORBID() == null ? condition : Condition.not(condition);
        return origins.put(demandedHere, Literals.span(context));
    }

    /** Ends the block that was read last. */
    void finish() {
        if (scoped && !demanded) {
            diagnostics.report(
                    DiagnosticKind.MISSING_CLAUSE,
                    begin,
                    "Nothing is required here.",
                    "Write what is required after it, each in a line that begins with 'require' or 'forbid'.");
        }
        // Without its scope it would be taken for what is always required.
        if (!requirements.isEmpty() && !unknown) {
            blocks.add(origins.put(new Block(premise, requirements, begin.getLine()), begin));
        }
        requirements.clear();
        premise = null;
        unknown = false;
        begin = null;
        scoped = false;
    }

    /** The blocks in the order of the text. */
    List<Block> blocks() {
        int size = 1;
        int depth = 0;
        int elements = 0;
        for (Block block : blocks) {
            size += block.condition().size();
            depth = Math.max(depth, block.condition().depth() + 1);
            elements += block.condition().rules().stream()
                    .flatMap(rule -> rule.getValues().values().stream())
                    .mapToInt(value ->
                            value.getCarrier() instanceof List ? value.texts().size() : 0)
                    .sum();
            if (elements > MOST_ELEMENTS) {
                diagnostics.report(
                        DiagnosticKind.TOO_LARGE_POLICY,
                        origins.of(block),
                        "The lists of a policy have at most " + Numbers.grouped(BigDecimal.valueOf(MOST_ELEMENTS))
                                + " elements in all; up to here these have "
                                + Numbers.grouped(BigDecimal.valueOf(elements)) + ".",
                        "Say the same with shorter lists, for example countries in place of their parts.");
                break;
            }
            if (size > CompliancePolicy.LARGEST_SIZE || depth > CompliancePolicy.DEEPEST) {
                diagnostics.report(
                        DiagnosticKind.TOO_LARGE_POLICY,
                        origins.of(block),
                        "A policy has at most " + CompliancePolicy.LARGEST_SIZE + " rules and compositions, "
                                + CompliancePolicy.DEEPEST + " deep; up to here this one has " + size + ", "
                                + depth + " deep.",
                        "Say the same with fewer, for example one rule with a longer list in place of many rules.");
                break;
            }
        }
        return blocks;
    }
}
