package org.countersign.language.model;

import java.math.BigDecimal;

/** How numbers are kept and written. */
public final class Numbers {
    private Numbers() {}

    /**
     * The one form of a number that equal numbers share: no zeros at the end of decimals, no exponent.
     *
     * @param number the number
     * @return an equal one, of scale zero or more
     */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A number as people read it.
     *
     * @param number the number
     * @return its digits, thousands set apart by commas
     */
    public static String grouped(BigDecimal number) {
        String digits = plain(number.abs()).toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int position = 0; position < whole; position++) {
            if (position > 0 && (whole - position) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(position));
        }
        return text.append(digits.substring(whole)).toString();
    }
}
