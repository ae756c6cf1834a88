package org.countersign.client.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The values that a proof document is made of, and the one way in which each is written.
 *
 * <p>Objects keep the order of their fields. Numbers are whole and not negative. Two spaces indent, every field and
 * element stands on its own line, an empty array is {@code []}, and only what must be escaped is.
 */
sealed interface Json {
    /** Appends the value as it stands at a depth of nesting. */
    void write(StringBuilder out, int depth);

    /** A document: the value and a final line end. */
    default String document() {
        StringBuilder out = new StringBuilder();
        write(out, 0);
        return out.append('\n').toString();
    }

    private static void lineAt(StringBuilder out, int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    /** An object; a field cannot be added twice. */
    record Structure(Map<String, Json> fields) implements Json {
        Structure() {
            this(new LinkedHashMap<>());
        }

        Structure with(String name, Json value) {
            if (fields.put(name, value) != null) {
                throw new IllegalStateException("Field " + name + " is there already.");
            }
            return this;
        }

        Structure with(String name, String text) {
            return with(name, text == null ? new Nothing() : new Text(text));
        }

        Structure with(String name, int number) {
            return with(name, new Number(number));
        }

        @Override
        public void write(StringBuilder out, int depth) {
            out.append('{');
            String separator = "";
            for (Map.Entry<String, Json> field : fields.entrySet()) {
                out.append(separator);
                lineAt(out, depth + 1);
                new Text(field.getKey()).write(out, depth + 1);
                out.append(": ");
                field.getValue().write(out, depth + 1);
                separator = ",";
            }
            lineAt(out, depth);
            out.append('}');
        }
    }

    /** An array. */
    record Sequence(List<Json> elements) implements Json {
        Sequence() {
            this(new ArrayList<>());
        }

        Sequence with(Json element) {
            elements.add(element);
            return this;
        }

        @Override
        public void write(StringBuilder out, int depth) {
            if (elements.isEmpty()) {
                out.append("[]");
                return;
            }
            out.append('[');
            String separator = "";
            for (Json element : elements) {
                out.append(separator);
                lineAt(out, depth + 1);
                element.write(out, depth + 1);
                separator = ",";
            }
            lineAt(out, depth);
            out.append(']');
        }
    }

    /** A text. */
    record Text(String value) implements Json {
        @Override
        public void write(StringBuilder out, int depth) {
            out.append('"');
            for (int index = 0; index < value.length(); index++) {
                char character = value.charAt(index);
                if (character == '"' || character == '\\') {
                    out.append('\\').append(character);
                } else if (character < ' ' || character == 0x7F) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                } else {
                    out.append(character);
                }
            }
            out.append('"');
        }
    }

    /** A whole number, 0 or more. */
    record Number(int value) implements Json {
        @Override
        public void write(StringBuilder out, int depth) {
            out.append(value);
        }
    }

    /** A value that is absent. */
    record Nothing() implements Json {
        @Override
        public void write(StringBuilder out, int depth) {
            out.append("null");
        }
    }
}
