package org.countersign.oracles.compliance.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How much two names are alike, from 0 to 100: the better of two measures.
 *
 * <p>Word by word: words are paired, the most alike first, and the score is the likeness of the pairs, each weighing
 * its letters, over all letters of both names. Where all words of one name have found theirs and there are at least
 * two, what the other name has besides, as a patronymic, weighs a {@value #SPARE}th.
 *
 * <p>As a whole, if the names have different numbers of words: the words in order of the alphabet without blanks, one
 * less the Levenshtein distance over the longer length, so that Abd al-Rahman finds Abdulrahman.
 */
final class NameScore {
    private static final int SPARE = 4;
    private static final int FULL = 100;
    private static final int LEAST_WEIGHT = 4;
    private static final int SHORTEST_WHOLE = 6;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance();

    private NameScore() {}

    /** How alike word {@code i} of the one and word {@code j} of the other name are, 0 to 1,000. */
    interface Likeness {
        int of(int one, int other);
    }

    /** The score of two names of which the words' likeness is known. */
    static int of(PlainName one, PlainName other, Likeness likeness) {
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return 0;
        }
        return Math.max(byWords(one.words(), other.words(), likeness), asWhole(one, other));
    }

    /** The score of two names. */
    static int of(PlainName one, PlainName other) {
        return of(one, other, (i, j) -> {
            String word = one.words().get(i);
            String otherWord = other.words().get(j);
            return WordSimilarity.of(word, WordSimilarity.sound(word), otherWord, WordSimilarity.sound(otherWord));
        });
    }

    private static int byWords(List<String> one, List<String> other, Likeness likeness) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                int alike = likeness.of(i, j);
                if (alike > 0) {
                    pairs.add(new Pair(i, j, one.get(i), other.get(j), alike));
                }
            }
        }
        pairs.sort(Pair.BEST_FIRST);
        boolean[] taken = new boolean[one.size()];
        boolean[] otherTaken = new boolean[other.size()];
        int count = 0;
        long letters = 0;
        long alike = 0;
        for (Pair pair : pairs) {
            if (!taken[pair.one] && !otherTaken[pair.other]) {
                taken[pair.one] = true;
                otherTaken[pair.other] = true;
                count++;
                letters += pair.letters;
                alike += (long) pair.letters * pair.alike;
            }
        }
        long spare = letters(one) + letters(other) - letters;
        boolean contained = count >= 2 && count == Math.min(one.size(), other.size());
        long whole = contained ? SPARE * letters + spare : letters + spare;
        long found = contained ? SPARE * alike : alike;
        return (int) (found * FULL / (whole * WordSimilarity.SAME));
    }

    private static int asWhole(PlainName one, PlainName other) {
        int longer = Math.max(one.joined().length(), other.joined().length());
        int shorter = Math.min(one.joined().length(), other.joined().length());
        // More than a quarter longer, the distance alone keeps the score below every sensible threshold.
        if (one.words().size() == other.words().size()
                || longer < SHORTEST_WHOLE
                || SPARE * (longer - shorter) > longer) {
            return 0;
        }
        return (longer - DISTANCE.apply(one.joined(), other.joined())) * FULL / longer;
    }

    private static long letters(List<String> words) {
        long letters = 0;
        for (String word : words) {
            letters += weight(word);
        }
        return letters;
    }

    // Otherwise Dealer A would be Dealer B.
    private static int weight(String word) {
        return Math.max(word.length(), LEAST_WEIGHT);
    }

    /** Two words that may be the same. */
    private static final class Pair {
        // Of equally good pairs the same one goes first, whichever name is the first.
        private static final Comparator<Pair> BEST_FIRST = Comparator.comparingInt((Pair pair) -> -pair.alike)
                .thenComparingInt(pair -> -pair.letters)
                .thenComparing(pair -> pair.lesser)
                .thenComparing(pair -> pair.greater);

        private final int one;
        private final int other;
        private final int alike;
        private final int letters;
        private final String lesser;
        private final String greater;

        Pair(int one, int other, String word, String otherWord, int alike) {
            this.one = one;
            this.other = other;
            this.alike = alike;
            this.letters = weight(word) + weight(otherWord);
            this.lesser = word.compareTo(otherWord) <= 0 ? word : otherWord;
            this.greater = word.compareTo(otherWord) <= 0 ? otherWord : word;
        }
    }
}
