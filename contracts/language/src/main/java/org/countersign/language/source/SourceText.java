package org.countersign.language.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The text of one {@code .security} file, with the name under which people know it. */
public final class SourceText {
    /** The most bytes that a source may have in UTF-8. */
    public static final int LARGEST_BYTES = 256 * 1024;

    private final String name;
    private final String text;
    private final List<String> lines;

    private SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = text;
        this.lines = Collections.unmodifiableList(split(text));
    }

    /**
     * A text that is at hand.
     *
     * @param name what to call it in messages, most often a file name
     * @param text the text
     * @return the source
     * @throws UnreadableSourceException if it is too large or is no text
     */
    public static SourceText of(String name, String text) throws UnreadableSourceException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text that a file holds.
     *
     * @param name what to call it in messages, most often the file's name
     * @param content the file's bytes, UTF-8
     * @return the source
     * @throws UnreadableSourceException if it is too large or is no text
     */
    public static SourceText read(String name, byte[] content) throws UnreadableSourceException {
        if (content.length > LARGEST_BYTES) {
            throw new UnreadableSourceException(new Diagnostic(
                    DiagnosticKind.SOURCE_TOO_LARGE,
                    new Place(name, 1, 1, 1, ""),
                    "The file has " + content.length + " bytes; a security's text has at most " + LARGEST_BYTES + ".",
                    "Give only what is this security's; long documents stand elsewhere, and are named here."));
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new SourceText(name, decoded);
        } catch (CharacterCodingException e) {
            throw new UnreadableSourceException(new Diagnostic(
                    DiagnosticKind.NOT_UTF8,
                    new Place(name, 1, 1, 1, ""),
                    "The file is not text in UTF-8.",
                    "Save it as UTF-8; an editor that wrote it in another encoding can do so."));
        }
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return lines;
    }

    /** What it is called. */
    public String getName() {
        return name;
    }

    /** The whole text. */
    public String getText() {
        return text;
    }

    /** The lines, without their ends; at least one. */
    public List<String> getLines() {
        return lines;
    }

    /**
     * A place in the text.
     *
     * @param line from 1
     * @param column in code points, from 1
     * @param length how many code points it covers, at least 1
     * @return the place, with its line
     */
    public Place place(int line, int column, int length) {
        String content = line <= lines.size() ? lines.get(line - 1) : "";
        return new Place(name, line, column, Math.max(1, length), content);
    }

    @Override
    public String toString() {
        return name;
    }
}
