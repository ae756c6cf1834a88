package org.countersign.language.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.language.grammar.SecurityParser.ClauseContext;
import org.countersign.language.grammar.SecurityParser.PhraseContext;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Money;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.Span;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.syntax.ParsedClause;
import org.countersign.language.vocabulary.Nearest;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Signature.Frequency;

/** Reads a source, clause after clause, into a model. */
public final class ModelReader {
    private final Diagnostics diagnostics;
    private final Catalogue catalogue;
    private final Origins origins = new Origins();
    private final ValueReader values;
    private final PhraseReader phrases;
    private final ComplianceReader compliance;
    private final Map<Section, List<Clause>> clauses = new EnumMap<>(Section.class);
    private final Map<Section, Span> headings = new EnumMap<>(Section.class);
    // Null within a section that does not exist, of whose clauses nothing can be said.
    private Section section = Section.TERMS;

    private ModelReader(Diagnostics diagnostics, Catalogue catalogue) {
        this.diagnostics = diagnostics;
        this.catalogue = catalogue;
        this.values = new ValueReader(diagnostics);
        this.phrases = new PhraseReader(diagnostics, values);
        this.compliance = new ComplianceReader(
                diagnostics, new ConditionReader(diagnostics, catalogue, values, origins), origins);
        clauses.put(Section.TERMS, new ArrayList<>());
        headings.put(Section.TERMS, new Span(1, 1, 1));
    }

    /**
     * Reads a source.
     *
     * @param source the source
     * @param catalogue the rules that it can use
     * @param diagnostics takes in what is to be said about it
     * @return what could be read; with errors not all that there is, and perhaps nothing
     */
    public static Optional<SecurityModel> read(SourceText source, Catalogue catalogue, Diagnostics diagnostics) {
        List<ParsedClause> parsed = ClauseParser.parse(source, diagnostics);
        if (parsed.isEmpty() && diagnostics.errors() > 0) {
            return Optional.empty();
        }
        ModelReader reader = new ModelReader(diagnostics, catalogue);
        for (ParsedClause clause : parsed) {
            // Who gave so much that is wrong is not helped by more, and finding it out would cost.
            if (diagnostics.errors() >= Diagnostics.MOST) {
                diagnostics.stop();
                return Optional.empty();
            }
            if (clause.getContent().isPresent()) {
                reader.clause(clause.getContent().get());
            } else {
                reader.said(clause.getFirst().getText(), clause.getFirst().getLine());
            }
        }
        return Optional.of(reader.finish());
    }

    private void clause(ClauseContext context) {
        if (context.phrase() != null) {
            phrase(context.phrase());
        } else if (section == Section.COMPLIANCE) {
            compliance.read(context);
        } else if (section != null) {
            diagnostics.report(
                    DiagnosticKind.WRONG_SECTION,
                    ClauseParser.span(context.getStart()),
                    "'" + context.getStart().getText() + "' belongs into the section 'compliance'.",
                    "Put it there, after a line with the single word 'compliance'.");
        }
    }

    // A clause that was said wrongly is not missing.
    private void said(String word, int line) {
        if (section == Section.COMPLIANCE) {
            compliance.said();
        } else if (section != null && section.clause(word).isPresent()) {
            clauses.get(section).add(new Clause(word, Collections.emptyMap(), line));
        }
    }

    private void phrase(PhraseContext context) {
        String word = context.WORD().getText();
        Optional<Section> heading = context.items().isEmpty() ? Section.of(word) : Optional.empty();
        if (heading.isPresent()) {
            enter(heading.get(), ClauseParser.span(context.getStart()));
        } else if (section == null) {
            return;
        } else if (section == Section.COMPLIANCE) {
            inCompliance(word, context);
        } else if (section.clause(word).isPresent()) {
            add(section.clause(word).get(), context);
        } else {
            unknown(word, context);
        }
    }

    private void enter(Section next, Span span) {
        section = next;
        Section twin = next.isInstrument()
                ? Stream.of(Section.values())
                        .filter(other -> other.isInstrument() && headings.containsKey(other))
                        .findFirst()
                        .orElse(next)
                : next;
        if (headings.containsKey(twin)) {
            diagnostics.report(
                    DiagnosticKind.SAID_TWICE,
                    span,
                    twin == next
                            ? "The section '" + next.getWord() + "' is there twice."
                            : "A security is one instrument, and this one is a " + twin.getWord() + " already.",
                    "Keep one of them.");
        }
        headings.putIfAbsent(next, span);
        if (next != Section.COMPLIANCE) {
            clauses.putIfAbsent(next, new ArrayList<>());
        }
    }

    private void inCompliance(String word, PhraseContext context) {
        if (context.items().isEmpty() && !catalogue.words().contains(word)) {
            unknown(word, context);
            return;
        }
        diagnostics.report(
                DiagnosticKind.MISPLACED,
                ClauseParser.span(context.getStart()),
                "In the section 'compliance', a clause does not begin with '" + word + "'.",
                "Begin it with 'require' or 'forbid'; or with 'always', 'on', 'for', 'in' or 'when' to say what the"
                        + " requirements after it are for.");
    }

    private void unknown(String word, PhraseContext context) {
        Span span = ClauseParser.span(context.getStart());
        Optional<Section> home = Stream.of(Section.values())
                .filter(other -> other.clause(word).isPresent())
                .findFirst();
        if (home.isPresent()) {
            String where = home.get() == Section.TERMS
                    ? "the beginning of the file"
                    : "the section '" + home.get().getWord() + "'";
            diagnostics.report(
                    DiagnosticKind.WRONG_SECTION, span, "'" + word + "' belongs into " + where + ".", "Put it there.");
        } else if (context.items().isEmpty()) {
            section = null;
            Nearest.to(word, Section.headings())
                    .flatMap(Section::of)
                    .ifPresent(meant -> headings.putIfAbsent(meant, span));
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_SECTION,
                    span,
                    "There is no section '" + word + "'.",
                    Nearest.remedy(word, Section.headings()));
        } else {
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_CLAUSE,
                    span,
                    section == Section.TERMS
                            ? "There is no clause '" + word + "' at the beginning of a file."
                            : "The section '" + section.getWord() + "' has no clause '" + word + "'.",
                    Nearest.remedy(word, section.clauseWords()));
            Nearest.to(word, section.clauseWords()).ifPresent(meant -> said(meant, span.getLine()));
        }
    }

    private void add(Signature signature, PhraseContext context) {
        Clause clause = phrases.read(signature, context);
        List<Clause> said = clauses.get(section);
        boolean twice = signature.getFrequency() != Frequency.ANY
                && said.stream().anyMatch(other -> other.getWord().equals(signature.getWord()));
        if (twice) {
            diagnostics.report(
                    DiagnosticKind.SAID_TWICE,
                    ClauseParser.span(context.getStart()),
                    "'" + signature.getWord() + "' is said twice.",
                    "Keep one of them.");
            return;
        }
        // With an error in it the clause was still said, so that nobody is told that it is missing.
        said.add(origins.put(
                clause == null
                        ? new Clause(
                                signature.getWord(),
                                Collections.emptyMap(),
                                context.getStart().getLine())
                        : clause,
                Literals.span(context)));
        if (clause != null && section == Section.TERMS && signature.getWord().equals("denomination")) {
            values.denominatedIn((Money) clause.getValues().get("amount").getCarrier());
        }
    }

    private SecurityModel finish() {
        compliance.finish();
        new Completeness(diagnostics, headings, clauses).check();
        SecurityModel model = new SecurityModel(clauses, compliance.blocks());
        boolean complete = diagnostics.errors() == 0;
        new TermsCheck(diagnostics, origins, model).check();
        new PolicyCheck(diagnostics, origins, catalogue, model).check(complete && diagnostics.errors() == 0);
        return model;
    }
}
