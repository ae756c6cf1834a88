package org.countersign.language.check;

import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.grammar.SecurityParser;
import org.countersign.language.grammar.SecurityParser.ItemsContext;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;
import org.countersign.language.vocabulary.Slot;

/** Reads single values that stand in another text than a source, by the same rules and with the same messages. */
public final class LiteralReader {
    private final Diagnostics diagnostics;

    /**
     * Creates a reader.
     *
     * @param diagnostics takes in what is wrong with values
     */
    public LiteralReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a value.
     *
     * @param slot what it is for
     * @param literal the value as it is written, in one line
     * @param column where it stands in its line, from 1, in code points
     * @return nothing if it is wrong, which was noted then
     */
    public Optional<Value> read(Slot slot, String literal, int column) {
        // Blanks put it where it stands, so that messages point to the right place.
        StringBuilder padded = new StringBuilder();
        for (int blank = 1; blank < column; blank++) {
            padded.append(' ');
        }
        SecurityLexer lexer = new SecurityLexer(CharStreams.fromString(padded + literal));
        SecurityParser parser = new SecurityParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        ItemsContext items;
        try {
            items = parser.items();
        } catch (ParseCancellationException e) {
            items = null;
        }
        if (items == null || parser.getCurrentToken().getType() != Token.EOF) {
            diagnostics.report(
                    DiagnosticKind.MALFORMED_VALUE,
                    new Span(1, column, literal.codePointCount(0, literal.length())),
                    "'" + literal + "' is no value.",
                    "Write " + slot.getType().getDescription() + ".");
            return Optional.empty();
        }
        return Optional.ofNullable(new ValueReader(diagnostics).read(slot, items));
    }
}
