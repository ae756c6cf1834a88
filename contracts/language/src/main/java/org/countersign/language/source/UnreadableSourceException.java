package org.countersign.language.source;

/** A file that is no source at all, so that there is nothing in it to check. */
public final class UnreadableSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    UnreadableSourceException(Diagnostic diagnostic) {
        super(diagnostic.getReason());
        this.diagnostic = diagnostic;
    }

    /** What is wrong, as it is said of a source. */
    public Diagnostic getDiagnostic() {
        return diagnostic;
    }
}
