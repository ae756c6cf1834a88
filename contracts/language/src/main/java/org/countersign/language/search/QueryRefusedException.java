package org.countersign.language.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.language.source.Diagnostic;

/** A query is not in order. */
public final class QueryRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    QueryRefusedException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream()
                .flatMap(diagnostic -> diagnostic.lines().stream())
                .collect(Collectors.joining("\n")));
        this.diagnostics = Collections.unmodifiableList(new ArrayList<>(diagnostics));
    }

    /** Everything that is wrong, in the order of the text; at least one. */
    public List<Diagnostic> getDiagnostics() {
        return diagnostics;
    }
}
