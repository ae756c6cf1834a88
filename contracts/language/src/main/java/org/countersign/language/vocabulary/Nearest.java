package org.countersign.language.vocabulary;

import java.util.Collection;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /**
     * The known word that is nearest to one that is not known.
     *
     * @param word what was written
     * @param known the words that there are
     * @return nothing if none is near: more than a third of the letters would have to change
     */
    public static Optional<String> to(String word, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = word.length() > LONGEST ? Integer.MAX_VALUE : distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        boolean near = best != null && least <= Math.max(1, Math.max(word.length(), best.length()) / 3);
        return near ? Optional.of(best) : Optional.empty();
    }

    /**
     * A remedy for an unknown word.
     *
     * @param word what was written
     * @param known the words that there are
     * @return the nearest one if there is one, and all of them
     */
    public static String remedy(String word, Collection<String> known) {
        String all = known.isEmpty() ? "There are none." : "There are: " + String.join(", ", known) + ".";
        return to(word, known).map(near -> "Did you mean '" + near + "'? ").orElse("") + all;
    }

    // Insertions, deletions, replacements and swaps of neighbours, each counted as one.
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            last[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(Math.min(row[column - 1], last[column]) + 1, last[column - 1] + changed);
                if (line > 1
                        && column > 1
                        && from.charAt(line - 1) == to.charAt(column - 2)
                        && from.charAt(line - 2) == to.charAt(column - 1)) {
                    row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }
}
