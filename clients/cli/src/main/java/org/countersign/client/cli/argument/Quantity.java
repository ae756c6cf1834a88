package org.countersign.client.cli.argument;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** How many units of something, as people write it on a command line. */
public final class Quantity {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,10})?");
    private static final String REMEDY =
            "Write digits with at most one decimal point and no thousands separators, for example 1000 or 0.25.";

    private Quantity() {}

    /**
     * Reads a quantity.
     *
     * @param text digits, with at most one decimal point among them
     * @return the quantity, more than zero
     * @throws Failure of code {@code AMOUNT_WRONG} if it is anything else
     */
    public static BigDecimal parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new Failure(FailureCode.AMOUNT_WRONG, "'" + text + "' is no quantity" + why(text) + ".", REMEDY);
        }
        BigDecimal quantity = new BigDecimal(text);
        if (quantity.signum() == 0) {
            throw new Failure(
                    FailureCode.AMOUNT_WRONG, "'" + text + "' is nothing; a quantity is more than zero.", REMEDY);
        }
        return quantity;
    }

    private static String why(String text) {
        if (text.matches("[0-9]{1,3}([,'_ \\u00a0][0-9]{3})+(\\.[0-9]*)?")) {
            return ": it has thousands separators";
        }
        if (text.matches("-[0-9.,]+")) {
            return ": it is negative, and a quantity is more than zero";
        }
        if (text.matches("[0-9]*,[0-9]+")) {
            return ": the decimal mark is a point";
        }
        return "";
    }
}
