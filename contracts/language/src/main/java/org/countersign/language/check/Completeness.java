package org.countersign.language.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.language.model.Clause;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Signature.Frequency;

/** What a source must have. */
final class Completeness {
    private final Diagnostics diagnostics;
    private final Map<Section, Span> headings;
    private final Map<Section, List<Clause>> clauses;

    Completeness(Diagnostics diagnostics, Map<Section, Span> headings, Map<Section, List<Clause>> clauses) {
        this.diagnostics = diagnostics;
        this.headings = headings;
        this.clauses = clauses;
    }

    void check() {
        for (Map.Entry<Section, List<Clause>> section : clauses.entrySet()) {
            for (Signature signature : section.getKey().getClauses()) {
                boolean said = section.getValue().stream()
                        .anyMatch(clause -> clause.getWord().equals(signature.getWord()));
                if (signature.getFrequency() == Frequency.ONCE && !said) {
                    missing(
                            headings.get(section.getKey()),
                            "'" + signature.getWord() + "' is missing. " + signature.getMeaning(),
                            "Write: " + PhraseReader.form(signature) + ".");
                }
            }
        }
        if (headings.keySet().stream().noneMatch(Section::isInstrument)) {
            String instruments = Stream.of(Section.values())
                    .filter(Section::isInstrument)
                    .map(Section::getWord)
                    .collect(Collectors.joining(", "));
            missing(
                    headings.get(Section.TERMS),
                    "The section that says what kind of instrument this is is missing.",
                    "Add a line with one of the words " + instruments + ".");
        }
        if (!headings.containsKey(Section.VALIDATION)) {
            missing(
                    headings.get(Section.TERMS),
                    "The section 'validation' is missing.",
                    "Add it, with: attest ownership by \"registrars\".");
        }
    }

    private void missing(Span span, String reason, String remedy) {
        diagnostics.report(DiagnosticKind.MISSING_CLAUSE, span, reason, remedy);
    }
}
