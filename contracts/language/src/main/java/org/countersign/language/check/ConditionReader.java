package org.countersign.language.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.language.grammar.SecurityParser.AlternativesContext;
import org.countersign.language.grammar.SecurityParser.AtomContext;
import org.countersign.language.grammar.SecurityParser.ConditionContext;
import org.countersign.language.grammar.SecurityParser.ConjunctionContext;
import org.countersign.language.grammar.SecurityParser.ItemsContext;
import org.countersign.language.grammar.SecurityParser.PhraseContext;
import org.countersign.language.grammar.SecurityParser.ScopeContext;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.vocabulary.Nearest;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Slot;

/** Reads conditions. Null stands for one with an error, which was noted then. */
final class ConditionReader {
    private final Diagnostics diagnostics;
    private final Catalogue catalogue;
    private final ValueReader values;
    private final PhraseReader phrases;
    private final Origins origins;

    ConditionReader(Diagnostics diagnostics, Catalogue catalogue, ValueReader values, Origins origins) {
        this.diagnostics = diagnostics;
        this.catalogue = catalogue;
        this.values = values;
        this.phrases = new PhraseReader(diagnostics, values);
        this.origins = origins;
    }

    Condition read(ConditionContext context) {
        if (context.alternatives() != null) {
            return alternatives(context.alternatives());
        }
        Condition premise = read(context.premise);
        Condition consequence = read(context.consequence);
        return premise == null || consequence == null
                ? null
                : origins.put(Condition.when(premise, consequence), Literals.span(context));
    }

    /** What a scope stands for; null if for everything, or if something in it is wrong, which was noted then. */
    Condition scope(ScopeContext context) {
        List<Condition> parts = new ArrayList<>();
        addScope(parts, ScopeWords.OPERATION, context.operations);
        addScope(parts, ScopeWords.CATEGORY, context.categories);
        addScope(parts, ScopeWords.JURISDICTION, context.jurisdictions);
        if (context.condition() != null) {
            parts.add(read(context.condition()));
        }
        return parts.isEmpty() || parts.contains(null)
                ? null
                : origins.put(Condition.all(parts), Literals.span(context));
    }

    private void addScope(List<Condition> parts, String word, ItemsContext items) {
        if (items == null) {
            return;
        }
        Optional<Signature> signature = catalogue.signature(word);
        if (!signature.isPresent()) {
            unknownRule(word, items);
            parts.add(null);
            return;
        }
        Slot slot = signature.get().getSlots().get(0);
        Value value = values.read(slot, items);
        Clause clause = value == null
                ? null
                : new Clause(
                        word,
                        Collections.singletonMap(slot.getName(), value),
                        items.getStart().getLine());
        parts.add(accepted(clause, items));
    }

    private Condition alternatives(AlternativesContext context) {
        return composed(context.conjunction(), this::conjunction, Condition::any, context);
    }

    private Condition conjunction(ConjunctionContext context) {
        return composed(context.atom(), this::atom, Condition::all, context);
    }

    private <C> Condition composed(
            List<C> contexts,
            Function<C, Condition> read,
            Function<List<Condition>, Condition> compose,
            ParserRuleContext whole) {
        List<Condition> parts = new ArrayList<>();
        contexts.forEach(context -> parts.add(read.apply(context)));
        return parts.contains(null) ? null : origins.put(compose.apply(parts), Literals.span(whole));
    }

    private Condition atom(AtomContext context) {
        if (context.phrase() != null) {
            return rule(context.phrase());
        }
        if (context.condition() != null) {
            return read(context.condition());
        }
        Condition part = atom(context.atom());
        return part == null ? null : origins.put(Condition.not(part), Literals.span(context));
    }

    private Condition rule(PhraseContext context) {
        String word = context.WORD().getText();
        Optional<Signature> signature = catalogue.signature(word);
        if (!signature.isPresent()) {
            unknownRule(word, context);
            return null;
        }
        return accepted(phrases.read(signature.get(), context), context);
    }

    private void unknownRule(String word, ParserRuleContext context) {
        diagnostics.report(
                DiagnosticKind.UNKNOWN_RULE,
                ClauseParser.span(context.getStart()),
                "There is no rule '" + word + "' in the catalogue.",
                Nearest.to(word, catalogue.words())
                                .map(near -> "Did you mean '" + near + "'? ")
                                .orElse("")
                        + "The rules and their parameters are in docs/reference/rules.md.");
    }

    private Condition accepted(Clause clause, ParserRuleContext context) {
        if (clause == null) {
            return null;
        }
        try {
            catalogue.rule(clause);
            origins.put(clause, Literals.span(context));
            return origins.put(Condition.rule(clause), Literals.span(context));
        } catch (IllegalArgumentException e) {
            diagnostics.report(
                    DiagnosticKind.REFUSED_BY_RULE,
                    Literals.span(context),
                    "The rule '" + clause.getWord() + "' does not take this: " + e.getMessage(),
                    remedy(clause.getWord()));
            return null;
        }
    }

    // What a rule means at length is in its reference.
    private String remedy(String word) {
        String meaning = catalogue
                .find(word)
                .map(RuleDescription::getMeaning)
                .orElseThrow(() -> new IllegalStateException("No rule '" + word + "' was read."));
        int end = meaning.indexOf(". ");
        return "Correct the value. What the rule says: " + (end < 0 ? meaning : meaning.substring(0, end + 1));
    }
}
