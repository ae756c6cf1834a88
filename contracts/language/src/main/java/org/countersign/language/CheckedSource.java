package org.countersign.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.SourceText;

/** A source and what came of checking it. */
public final class CheckedSource {
    private final SourceText source;
    private final List<Diagnostic> diagnostics;
    private final SecurityModel model;

    CheckedSource(SourceText source, List<Diagnostic> diagnostics, SecurityModel model) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.model = model;
    }

    /** The source. */
    public SourceText getSource() {
        return source;
    }

    /** What is to be said about it, errors and warnings, in the order of the text. */
    public List<Diagnostic> getDiagnostics() {
        return diagnostics;
    }

    /** The errors among it. */
    public List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> !diagnostic.isWarning())
                .collect(Collectors.toList());
    }

    /** The warnings among it. */
    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(Diagnostic::isWarning).collect(Collectors.toList());
    }

    /** What it says; nothing if there is an error. */
    public Optional<SecurityModel> getModel() {
        return Optional.ofNullable(model);
    }
}
