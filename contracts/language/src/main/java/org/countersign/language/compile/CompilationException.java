package org.countersign.language.compile;

/** A source that is in order but cannot be compiled, or a compiler that is not as it should be. */
public final class CompilationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CompilationException(String message) {
        super(message);
    }
}
