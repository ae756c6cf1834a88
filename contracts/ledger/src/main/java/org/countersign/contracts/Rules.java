package org.countersign.contracts;

/**
 * Says which rule a transaction breaks.
 *
 * <p>A rule is a sentence that holds for every valid transaction. Each contract names its rules as constants, so that a
 * test, a log and a refused counterparty all see the same words.
 */
public final class Rules {
    // Soft hyphen, grapheme joiner, Arabic letter mark, fillers of Hangul, vowels of Khmer that are not written,
    // selectors and separator of Mongolian, empty Braille: in names they are seen as nothing, or as a blank.
    private static final String SHOWN_AS_NOTHING =
            "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D" + "\u180E\u180F\u2800\u3164\uFFA0";

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

    /**
     * A text of anybody's making for a message: no terminal is steered by it, and no log is filled.
     *
     * @param text the text
     * @param longest the most characters that are kept
     * @return the text, with a question mark for each character that is not printable ASCII, and cut where it is longer
     */
    public static String printable(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        for (int index = 0; index < Math.min(text.length(), longest); index++) {
            char character = text.charAt(index);
            kept.append(character >= ' ' && character <= '~' ? character : '?');
        }
        return text.length() > longest ? kept.append("...").toString() : kept.toString();
    }

    // A list of our own, for the JDK's classes of characters change with its version and nodes must agree.
    private static boolean steers(int character) {
        return Character.isISOControl(character)
                || SHOWN_AS_NOTHING.indexOf(character) >= 0
                || character >= 0x200B && character <= 0x200F
                || character >= 0x2028 && character <= 0x202E
                || character >= 0x2060 && character <= 0x206F
                || character >= 0xFE00 && character <= 0xFE0F
                || character == 0xFEFF
                || character >= 0xFFF0 && character <= 0xFFFB
                || character >= 0x1D173 && character <= 0x1D17A
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
