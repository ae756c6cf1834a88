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
     * Says whether a text can stand in front of people: not blank, not too long, and without characters that steer a
     * terminal, hide themselves or turn the direction of what follows.
     *
     * @param text the text
     * @param longest the most characters allowed
     * @return whether it can
     */
    public static boolean isReadable(String text, int longest) {
        return !text.trim().isEmpty()
                && text.length() <= longest
                && text.codePoints().noneMatch(Rules::steers);
    }

    // A list of our own, for the JDK's classes of characters change with its version and nodes must agree.
    private static boolean steers(int character) {
        return Character.isISOControl(character)
                || character >= 0x200B && character <= 0x200F
                || character >= 0x2028 && character <= 0x202E
                || character >= 0x2060 && character <= 0x206F
                || character == 0xFEFF
                || character >= 0xE0000 && character <= 0xE0FFF
                // A lone half of a pair: a code point of its own only where the other half is missing.
                || character >= 0xD800 && character <= 0xDFFF;
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
