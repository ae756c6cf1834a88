package org.countersign.oracles.compliance.screening;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as it is compared: words of lower-case Latin letters and digits, in order of the alphabet. Script, case,
 * diacritics, punctuation, order and the forms of companies are gone.
 *
 * <p>Not every script has rules by which it becomes Latin, Khmer, Lao, Sinhala and Tibetan for example have none. A
 * name of which letters are left is not readable: what is compared is then not the name, and finding nothing means
 * nothing.
 */
final class PlainName {
    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 40;
    private static final int LAST_PLAIN = 0x7F;
    private static final Pattern PLAIN = Pattern.compile("[\\x00-\\x7F]*");
    // Within a word: al-Qa'ida is written Qaida too, and O'Neill is ONeill.
    private static final Pattern APOSTROPHES = Pattern.compile("['`\u2018\u2019\u02BB\u02BC\u02BE\u02BF]");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> FORMS = new HashSet<>(Arrays.asList(
            "ab",
            "ag",
            "ao",
            "as",
            "bv",
            "cjsc",
            "co",
            "company",
            "corp",
            "corporation",
            "fzco",
            "fze",
            "gmbh",
            "inc",
            "incorporated",
            "jsc",
            "kg",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "nv",
            "oao",
            "ojsc",
            "ooo",
            "oy",
            "oyj",
            "pao",
            "pjsc",
            "plc",
            "pte",
            "pty",
            "pvt",
            "sa",
            "sarl",
            "sas",
            "se",
            "spa",
            "srl",
            "zao"));
    private final List<String> words;
    private final String joined;
    private final boolean readable;

    private PlainName(List<String> words, boolean readable) {
        this.readable = readable;
        this.words = Collections.unmodifiableList(words);
        this.joined = String.join("", words);
    }

    /**
     * Makes a name plain.
     *
     * @param name in any script; what goes beyond 500 characters or 40 words is cut off, and the name not readable
     * @return without words if it has no letter or digit
     */
    static PlainName of(String name) {
        String latin = latin(name);
        List<String> words = split(latin);
        List<String> own = new ArrayList<>(words);
        own.removeAll(FORMS);
        // A company may be called by nothing but such words.
        List<String> kept = own.isEmpty() ? words : own;
        Collections.sort(kept);
        boolean readable = !kept.isEmpty()
                && kept.size() <= MOST_WORDS
                && name.length() <= LONGEST
                && latin.codePoints().noneMatch(PlainName::isForeign);
        return new PlainName(kept.size() > MOST_WORDS ? new ArrayList<>(kept.subList(0, MOST_WORDS)) : kept, readable);
    }

    /** The words of a text in their order. */
    static List<String> words(String text) {
        return split(latin(text));
    }

    private static String latin(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        return PLAIN.matcher(cut).matches() ? cut.toLowerCase(Locale.ROOT) : Latin.SCRIPT.transliterate(cut);
    }

    // By ICU, since Java 8 does not know the letters of later editions of Unicode. Modifier letters, as the primes that
    // stand for a soft sign, tell no two names apart.
    private static boolean isForeign(int letter) {
        return letter > LAST_PLAIN
                && UCharacter.isLetter(letter)
                && UCharacter.getType(letter) != UCharacterCategory.MODIFIER_LETTER;
    }

    private static List<String> split(String latin) {
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(APOSTROPHES.matcher(latin).replaceAll(""))) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether all of its letters are in its words, and there is at least one word. */
    boolean isReadable() {
        return readable;
    }

    /** Its words, sorted. */
    List<String> words() {
        return words;
    }

    /** Its words, sorted and written together. */
    String joined() {
        return joined;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }

    /** Made when the first name comes that is not in plain Latin letters: the rules for all scripts take memory. */
    private static final class Latin {
        // Safe for several threads once it is made.
        static final Transliterator SCRIPT =
                Transliterator.getInstance("NFKC; Any-Latin; NFD; [:Mn:] Remove; NFC; Latin-ASCII; Lower");
    }
}
