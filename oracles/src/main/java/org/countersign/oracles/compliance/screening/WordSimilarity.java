package org.countersign.oracles.compliance.screening;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How much two words of names are alike, from 0 to 1,000: the Jaro-Winkler similarity, or {@value #SOUNDS_ALIKE} if
 * they sound alike by Double Metaphone and that is more. Below {@value #LEAST} they are two different words. Words of
 * up to three letters are alike only if they are the same.
 */
final class WordSimilarity {
    /** The same word. */
    static final int SAME = 1_000;

    private static final int LEAST = 820;
    private static final int SOUNDS_ALIKE = 920;
    private static final int SHORT = 3;
    private static final int LONGEST_SOUND = 12;
    private static final int SHORTEST_SOUND = 3;

    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();

    static {
        // Set once, before the first use; from then on it is only read.
        SOUND.setMaxCodeLen(LONGEST_SOUND);
    }

    private WordSimilarity() {}

    /**
     * How a word sounds.
     *
     * @param word of plain letters
     * @return empty if it is too short for its sound to tell anything
     */
    static String sound(String word) {
        if (word.length() <= SHORT) {
            return "";
        }
        String sound = SOUND.doubleMetaphone(word);
        return sound == null || sound.length() < SHORTEST_SOUND ? "" : sound;
    }

    /** How much two words are alike whose sounds are known; the same in either order. */
    static int of(String one, String oneSound, String other, String otherSound) {
        if (one.equals(other)) {
            return SAME;
        }
        if (one.length() <= SHORT || other.length() <= SHORT) {
            return 0;
        }
        // The library's measure may differ by the order of its arguments.
        double spelling = one.compareTo(other) < 0 ? SPELLING.apply(one, other) : SPELLING.apply(other, one);
        int alike = (int) (spelling * SAME);
        if (!oneSound.isEmpty() && oneSound.equals(otherSound)) {
            alike = Math.max(alike, SOUNDS_ALIKE);
        }
        return alike < LEAST ? 0 : alike;
    }
}
