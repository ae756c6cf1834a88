package org.countersign.language.compile;

/** A class that does what no compiled policy does, or is made in a way that none is. */
public final class BytecodeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BytecodeRefusedException(String message) {
        super(message);
    }
}
