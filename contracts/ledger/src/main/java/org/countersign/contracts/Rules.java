package org.countersign.contracts;

/**
 * Says which rule a transaction breaks.
 *
 * <p>A rule is a sentence that holds for every valid transaction. Each contract names its rules as constants, so that a
 * test, a log and a refused counterparty all see the same words.
 */
public final class Rules {
    private Rules() {}

    /**
     * Refuses unless the rule holds.
     *
     * @param rule the sentence that must be true
     * @param holds whether it is
     * @throws IllegalArgumentException with the sentence, which Corda turns into a contract rejection
     */
    public static void check(String rule, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * Refuses always; for the branch of a dispatch that no rule allows.
     *
     * @param rule the sentence that is broken
     * @return never; the type lets a caller write {@code throw Rules.broken(…)}
     */
    public static IllegalArgumentException broken(String rule) {
        return new IllegalArgumentException(rule);
    }
}
