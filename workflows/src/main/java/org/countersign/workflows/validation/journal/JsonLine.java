package org.countersign.workflows.validation.journal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/**
 * Writes an entry as one line of JSON (RFC 8259) in one way only: fields in the order given, no spaces, decimals as
 * plain texts, and only what must be escaped is. The same content so has the same digest on every machine.
 */
final class JsonLine {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder();

    private JsonLine() {}

    /** The line of an object. */
    static String of(Map<String, Object> fields) {
        JsonLine line = new JsonLine();
        line.value(fields);
        return line.out.toString();
    }

    /** A text with its quotes. */
    static String quoted(String text) {
        JsonLine line = new JsonLine();
        line.text(text);
        return line.out.toString();
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof Map) {
            object((Map<?, ?>) value);
        } else if (value instanceof Collection) {
            array((Collection<?>) value);
        } else if (value instanceof BigDecimal) {
            // Not the plain form: a huge exponent would fill the memory.
            text(((BigDecimal) value).toString());
        } else {
            text(value.toString());
        }
    }

    private void object(Map<?, ?> fields) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            out.append(separator);
            text(field.getKey().toString());
            out.append(':');
            value(field.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void array(Collection<?> items) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                out.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || Character.isSurrogate(character) && !paired(text, at)) {
                out.append(String.format("\\u%04x", (int) character));
            } else {
                out.append(character);
            }
        }
        out.append('"');
    }

    // A half of a pair without the other has no UTF-8 form, and would be written as the same mark as any other half.
    private static boolean paired(String text, int at) {
        char character = text.charAt(at);
        return Character.isHighSurrogate(character)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
