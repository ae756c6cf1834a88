package org.countersign.language.compile;

/** A jar that is not what the compiler makes of the source in it. */
public final class JarRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JarRefusedException(String message) {
        super(message);
    }
}
