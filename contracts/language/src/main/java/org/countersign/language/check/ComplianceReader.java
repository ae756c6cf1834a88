package org.countersign.language.check;

import java.util.ArrayList;
import java.util.List;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.language.grammar.SecurityParser.ClauseContext;
import org.countersign.language.grammar.SecurityParser.RequirementContext;
import org.countersign.language.model.Block;
import org.countersign.language.model.Condition;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;

/** Reads the compliance section into blocks. */
final class ComplianceReader {
    private final Diagnostics diagnostics;
    private final ConditionReader conditions;
    private final Origins origins;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Condition> requirements = new ArrayList<>();
    private Condition premise;
    private Span begin;
    private boolean scoped;
    private boolean demanded;

    ComplianceReader(Diagnostics diagnostics, ConditionReader conditions, Origins origins) {
        this.diagnostics = diagnostics;
        this.conditions = conditions;
        this.origins = origins;
    }

    void read(ClauseContext context) {
        if (context.scope() != null) {
            finish();
            begin = Literals.span(context.scope());
            premise = conditions.scope(context.scope());
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
        if (!requirements.isEmpty()) {
            blocks.add(origins.put(new Block(premise, requirements, begin.getLine()), begin));
        }
        requirements.clear();
        premise = null;
        begin = null;
        scoped = false;
    }

    /** The blocks in the order of the text. */
    List<Block> blocks() {
        int size = 1;
        int depth = 0;
        for (Block block : blocks) {
            size += block.condition().size();
            depth = Math.max(depth, block.condition().depth() + 1);
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
