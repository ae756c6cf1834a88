package org.countersign.contracts.definition.rules;

import org.countersign.contracts.Rules;

/**
 * A class has something that no compiled policy has; the message says what. It can have names of the class in it, which
 * anybody may have chosen, and so is cut and without characters that are not ASCII.
 */
final class UnlikePolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 200;

    UnlikePolicyException(String reason) {
        super(Rules.printable(reason, LONGEST_REASON));
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
