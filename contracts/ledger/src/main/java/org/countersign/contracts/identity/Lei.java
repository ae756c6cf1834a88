package org.countersign.contracts.identity;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import net.corda.core.serialization.CordaSerializable;

/**
 * A Legal Entity Identifier (ISO 17442): eighteen capital letters or digits and two check digits.
 *
 * <p>The check digits follow ISO/IEC 7064, MOD 97-10: letters become two digits (A is 10, Z is 35), and the number that
 * the whole code then makes leaves a remainder of 1 when it is divided by 97. Example: {@code 5493000IBP32UQZ0KL24}.
 */
@CordaSerializable
public final class Lei {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int CHECK_DIGITS = 2;

    private final String code;

    /**
     * Creates an LEI from its twenty characters.
     *
     * @param code upper case, no blanks
     * @throws IllegalArgumentException if shape or check digits are wrong; the message names the right digits
     */
    public Lei(String code) {
        Objects.requireNonNull(code, "code");
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "'" + code + "' is not an LEI: eighteen capital letters or digits and two check digits.");
        }
        String payload = code.substring(0, code.length() - CHECK_DIGITS);
        String expected = checkDigits(payload);
        if (!code.endsWith(expected)) {
            throw new IllegalArgumentException("'" + code + "' has check digits " + code.substring(payload.length())
                    + " where ISO 17442 gives " + expected + ".");
        }
        this.code = code;
    }

    /** The twenty characters. */
    public String getCode() {
        return code;
    }

    private static String checkDigits(String payload) {
        StringBuilder digits = new StringBuilder();
        for (char character : payload.toCharArray()) {
            digits.append(Character.digit(character, 36));
        }
        int remainder = new BigInteger(digits + "00").mod(MODULUS).intValueExact();
        return String.format(Locale.ROOT, "%02d", MODULUS.intValueExact() + 1 - remainder);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lei && code.equals(((Lei) other).code);
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
