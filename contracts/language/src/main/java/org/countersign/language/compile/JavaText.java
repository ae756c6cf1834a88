package org.countersign.language.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countersign.language.model.Value;

/** Values and comments as Java, of which nothing can get out of its literal or comment. */
final class JavaText {
    private static final int LONGEST_COMMENT = 160;

    private JavaText() {}

    /** An expression of the type that carries a rule's parameter. */
    static String expression(Value value) {
        Object carrier = value.getCarrier();
        if (carrier instanceof Integer) {
            return carrier.toString();
        }
        if (carrier instanceof BigDecimal) {
            return "new BigDecimal(" + string(((BigDecimal) carrier).toPlainString()) + ")";
        }
        if (carrier instanceof Period) {
            Period period = (Period) carrier;
            return "Period.of(" + period.getYears() + ", " + period.getMonths() + ", " + period.getDays() + ")";
        }
        if (carrier instanceof LocalDate) {
            LocalDate date = (LocalDate) carrier;
            return "LocalDate.of(" + date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth() + ")";
        }
        if (carrier instanceof LocalTime) {
            LocalTime time = (LocalTime) carrier;
            return "LocalTime.of(" + time.getHour() + ", " + time.getMinute() + ")";
        }
        if (carrier instanceof String) {
            return string((String) carrier);
        }
        return value.texts().isEmpty()
                ? "Collections.<String>emptyList()"
                : value.texts().stream().map(JavaText::string).collect(Collectors.joining(", ", "Arrays.asList(", ")"));
    }

    /**
     * A string literal. Java replaces Unicode escapes before it looks for quotes, so that only characters are written
     * so that are neither quotes nor backslashes.
     */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                literal.append('\\').append(character);
            } else if (character >= ' ' && character <= '~') {
                literal.append(character);
            } else {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            }
        }
        return literal.append('"').toString();
    }

    /** Text for a comment: whatever could end it, or be an escape, is left out. */
    static String comment(String text) {
        StringBuilder plain = new StringBuilder();
        for (char character : text.toCharArray()) {
            boolean harmless = character >= '0' && character <= '9'
                    || character >= 'A' && character <= 'Z'
                    || character >= 'a' && character <= 'z'
                    || " ,.:%()+=\"-".indexOf(character) >= 0;
            plain.append(harmless ? character : '_');
        }
        return plain.length() <= LONGEST_COMMENT ? plain.toString() : plain.substring(0, LONGEST_COMMENT - 3) + "...";
    }
}
