package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the JSON that proof documents are written in.
 *
 * <p>It accepts more layouts than {@link Json} writes; the document's reader compares the bytes afterwards. What it
 * must do itself is to end on hostile input: nesting and numbers are bounded, doubled fields and trailing bytes are
 * refused.
 */
final class JsonReader {
    private static final int DEEPEST = 12;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Json read(byte[] bytes) throws ProofRefusedException {
        String text;
        try {
            // A fresh decoder reports malformed input, where String's constructor would replace it.
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ProofRefusedException("The document is not UTF-8 text.", malformed);
        }
        JsonReader reader = new JsonReader(text);
        Json value = reader.value(0);
        reader.skip();
        require(reader.at == text.length(), "The document goes on after its end, at character %d.", reader.at);
        return value;
    }

    private Json value(int depth) throws ProofRefusedException {
        require(depth <= DEEPEST, "The document is nested deeper than %d levels at character %d.", DEEPEST, at);
        skip();
        char first = peek();
        if (first == '{') {
            return structure(depth);
        } else if (first == '[') {
            return sequence(depth);
        } else if (first == '"') {
            return new Json.Text(text());
        } else if (text.startsWith("null", at)) {
            at += "null".length();
            return new Json.Nothing();
        }
        return number();
    }

    private Json structure(int depth) throws ProofRefusedException {
        Json.Structure structure = new Json.Structure();
        take('{');
        skip();
        while (peek() != '}') {
            skip();
            String name = text();
            require(!structure.fields().containsKey(name), "The document has the field \"%s\" twice.", name);
            skip();
            take(':');
            structure.with(name, value(depth + 1));
            if (!another('}')) {
                break;
            }
        }
        take('}');
        return structure;
    }

    private Json sequence(int depth) throws ProofRefusedException {
        Json.Sequence sequence = new Json.Sequence();
        take('[');
        skip();
        while (peek() != ']') {
            sequence.with(value(depth + 1));
            if (!another(']')) {
                break;
            }
        }
        take(']');
        return sequence;
    }

    private boolean another(char end) throws ProofRefusedException {
        skip();
        if (peek() == end) {
            return false;
        }
        take(',');
        return true;
    }

    private String text() throws ProofRefusedException {
        take('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char character = next();
            require(character >= ' ', "The document has a raw control character at character %d.", at - 1);
            value.append(character == '\\' ? escaped() : character);
        }
        take('"');
        return value.toString();
    }

    private char escaped() throws ProofRefusedException {
        char kind = next();
        if (kind == '"' || kind == '\\') {
            return kind;
        }
        require(
                kind == 'u'
                        && at + 4 <= text.length()
                        && text.substring(at, at + 4).matches("[0-9a-f]{4}"),
                "The document has an unknown escape at character %d.",
                at - 1);
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Json number() throws ProofRefusedException {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        require(
                digits.matches("0|[1-9][0-9]{0,8}"),
                "The document has something at character %d that is no text, number, object or array.",
                start);
        return new Json.Number(Integer.parseInt(digits));
    }

    private void skip() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws ProofRefusedException {
        require(at < text.length(), "The document ends in the middle, at character %d.", at);
        return text.charAt(at);
    }

    private char next() throws ProofRefusedException {
        char character = peek();
        at++;
        return character;
    }

    private void take(char expected) throws ProofRefusedException {
        char found = next();
        require(
                found == expected,
                "The document has '%s' where '%s' must stand, at character %d.",
                found,
                expected,
                at - 1);
    }
}
