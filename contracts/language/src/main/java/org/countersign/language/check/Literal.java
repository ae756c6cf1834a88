package org.countersign.language.check;

import org.countersign.language.source.Span;

/** A value as it is written, before it is known what it is for. */
final class Literal {
    private final Kind kind;
    private final Object carrier;
    private final String text;
    private final Span span;

    Literal(Kind kind, Object carrier, String text, Span span) {
        this.kind = kind;
        this.carrier = carrier;
        this.text = text;
        this.span = span;
    }

    Kind kind() {
        return kind;
    }

    Object carrier() {
        return carrier;
    }

    /** As it stands in the source. */
    String text() {
        return text;
    }

    Span span() {
        return span;
    }

    /** What a literal is, with the article that a sentence needs. */
    enum Kind {
        NUMBER("a number without unit"),
        QUANTITY("a number of units"),
        AMOUNT("an amount of money"),
        PERCENTAGE("a percentage"),
        PERIOD("a period"),
        DATE("a date"),
        TIME("a time of the day"),
        ZONE("a time zone"),
        CODE("a code"),
        TEXT("a text in quotes"),
        WORD("a word");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
