package org.countersign.contracts.definition;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import net.corda.core.serialization.CordaSerializable;

/**
 * An International Securities Identification Number (ISO 6166): two letters, nine letters or digits, one check digit.
 *
 * <p>The check digit is computed as ISO 6166 says: letters become two digits (A is 10, Z is 35), and the sum of the
 * digits, every second one from the right doubled and its digits added, is a multiple of ten. Example:
 * {@code US0378331005}.
 */
@CordaSerializable
public final class Isin {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

    private final String code;

    /**
     * Creates an ISIN from its twelve characters.
     *
     * @param code upper case, no blanks
     * @throws IllegalArgumentException if the shape or the check digit is wrong; the message names the right digit
     */
    public Isin(String code) {
        Objects.requireNonNull(code, "code");
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + code
                    + "' is not an ISIN: two capital letters, nine capital letters or digits, one check digit.");
        }
        int expected = checkDigit(code.substring(0, code.length() - 1));
        int actual = Character.digit(code.charAt(code.length() - 1), 10);
        if (expected != actual) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "'%s' has check digit %d where ISO 6166 gives %d.", code, actual, expected));
        }
        this.code = code;
    }

    /** The twelve characters. */
    public String getCode() {
        return code;
    }

    private static int checkDigit(String payload) {
        StringBuilder digits = new StringBuilder();
        for (char character : payload.toCharArray()) {
            digits.append(Character.digit(character, 36));
        }
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - place), 10);
            // The check digit will stand to the right of these, so the last of them is the first to be doubled.
            int counted = place % 2 == 0 ? 2 * digit : digit;
            sum += counted / 10 + counted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Isin && code.equals(((Isin) other).code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
