package org.countersign.language.source;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.countersign.contracts.Rules;

/** Something that is to be said about a place in a source: what is wrong with it, and what to do. */
public final class Diagnostic {
    // A line can have a quarter of a million characters; nobody reads so much of it.
    private static final int WIDEST_EXCERPT = 120;
    private static final int BEFORE_CARET = 60;

    private final DiagnosticKind kind;
    private final Place place;
    private final String reason;
    private final String remedy;

    /**
     * Creates one.
     *
     * @param kind which kind it is
     * @param place where
     * @param reason what is wrong, as a sentence with the actual and the allowed
     * @param remedy what to do, as a sentence
     */
    public Diagnostic(DiagnosticKind kind, Place place, String reason, String remedy) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.place = Objects.requireNonNull(place, "place");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** Which kind it is. */
    public DiagnosticKind getKind() {
        return kind;
    }

    /** Where. */
    public Place getPlace() {
        return place;
    }

    /** What is wrong. */
    public String getReason() {
        return reason;
    }

    /** What to do. */
    public String getRemedy() {
        return remedy;
    }

    /** Whether the source stands in spite of it. */
    public boolean isWarning() {
        return kind.isWarning();
    }

    /**
     * The message for people: place, reason, the line with a caret under the place, remedy.
     *
     * @return its lines
     */
    public List<String> lines() {
        int[] content = place.getContent().codePoints().toArray();
        int column = Math.min(place.getColumn() - 1, content.length);
        int from = column < WIDEST_EXCERPT ? 0 : column - BEFORE_CARET;
        int until = Math.min(content.length, from + WIDEST_EXCERPT);
        StringBuilder excerpt = new StringBuilder("    ");
        StringBuilder caret = new StringBuilder("    ");
        for (int position = from; position < until; position++) {
            boolean tab = content[position] == '\t';
            excerpt.appendCodePoint(isPrintable(content[position]) ? content[position] : '?');
            if (position < column) {
                caret.append(tab ? '\t' : ' ');
            }
        }
        int length = Math.max(1, Math.min(place.getLength(), until - column));
        for (int count = 0; count < length; count++) {
            caret.append('^');
        }
        String told = place + ": " + (isWarning() ? "warning" : "error") + ": " + reason;
        return content.length == 0
                ? Arrays.asList(told, "  " + remedy)
                : Arrays.asList(told, excerpt.toString(), caret.toString(), "  " + remedy);
    }

    // The terminal of who reads the message is not the author's to steer.
    private static boolean isPrintable(int character) {
        return character == '\t' || Rules.isReadable("x" + new String(Character.toChars(character)), 3);
    }

    @Override
    public String toString() {
        return place + ": " + kind + ": " + reason;
    }
}
