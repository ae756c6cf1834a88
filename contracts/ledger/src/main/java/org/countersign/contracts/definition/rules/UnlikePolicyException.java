package org.countersign.contracts.definition.rules;

/** A class has something that no compiled policy has; the message says what. */
final class UnlikePolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnlikePolicyException(String reason) {
        super(reason);
    }

    /**
     * Refuses unless something holds.
     *
     * @param holds whether it does
     * @param otherwise what is wrong if not
     * @throws UnlikePolicyException if not
     */
    static void require(boolean holds, String otherwise) throws UnlikePolicyException {
        if (!holds) {
            throw new UnlikePolicyException(otherwise);
        }
    }
}
