package org.countersign.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.countersign.contracts.Rules;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.grammar.SecurityParser;
import org.countersign.language.grammar.SecurityParser.ClauseContext;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.Span;

/** Turns a source into its clauses. A clause with an error is left out, so that the others are still looked at. */
public final class ClauseParser {
    private final SourceText source;
    private final Diagnostics diagnostics;

    private ClauseParser(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads the clauses of a source.
     *
     * @param source the source
     * @param diagnostics takes in what is wrong with their form
     * @return the clauses in their order; those whose form is wrong say no more than how they begin
     */
    public static List<ParsedClause> parse(SourceText source, Diagnostics diagnostics) {
        return new ClauseParser(source, diagnostics).clauses();
    }

    /**
     * All tokens of a source, comments and line ends included.
     *
     * @param source the source
     * @return the tokens, the last of which is the end of the file
     */
    public static List<Token> tokens(SourceText source) {
        SecurityLexer lexer = new SecurityLexer(CharStreams.fromString(source.getText()));
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        return stream.getTokens();
    }

    private List<ParsedClause> clauses() {
        if (!isPlain()) {
            return Collections.emptyList();
        }
        List<ParsedClause> clauses = new ArrayList<>();
        SecurityParser parser = new SecurityParser(null);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        for (List<Token> clause : ClauseLines.divide(tokens(source))) {
            clauses.add(new ParsedClause(clause.get(0), isSound(clause) ? parse(parser, clause) : null));
        }
        return clauses;
    }

    // Text that shows itself differently from what it is could be signed by people who read something else.
    private boolean isPlain() {
        boolean plain = true;
        for (int line = 0; line < source.getLines().size(); line++) {
            int[] characters = source.getLines().get(line).codePoints().toArray();
            for (int column = 0; column < characters.length; column++) {
                if (characters[column] != '\t'
                        && !Rules.isReadable("x" + new String(Character.toChars(characters[column])), 3)) {
                    plain = false;
                    diagnostics.report(
                            DiagnosticKind.HIDDEN_CHARACTER,
                            new Span(line + 1, column + 1, 1),
                            String.format(
                                    java.util.Locale.ROOT,
                                    "The character U+%04X hides itself or steers the text around it.",
                                    characters[column]),
                            "Take it out; a source has only characters that everybody sees alike.");
                }
            }
        }
        return plain;
    }

    private boolean isSound(List<Token> clause) {
        int before = diagnostics.errors();
        for (Token token : clause) {
            if (token.getType() == SecurityLexer.OPEN_TEXT) {
                diagnostics.report(
                        DiagnosticKind.OPEN_TEXT,
                        span(token),
                        "A text in quotes does not end in its line.",
                        "Close it with \"; a quote within it is written \\\".");
            } else if (token.getType() == SecurityLexer.STRANGE || token.getType() == SecurityLexer.OTHER) {
                diagnostics.report(
                        DiagnosticKind.STRANGE_WORD,
                        span(token),
                        "'" + token.getText() + "' is nothing that the language knows.",
                        "Words are in lower case with hyphens, codes in capitals, other text in quotes; a number and"
                                + " its unit have a blank between them.");
            }
        }
        Token deep = Nesting.tooDeep(clause);
        if (deep != null) {
            diagnostics.report(
                    DiagnosticKind.NESTED_TOO_DEEP,
                    span(deep),
                    "Conditions are nested more than " + Nesting.DEEPEST + " levels deep.",
                    "Divide the clause into several requirements.");
        }
        return diagnostics.errors() == before;
    }

    private ClauseContext parse(SecurityParser parser, List<Token> clause) {
        parser.setTokenStream(new CommonTokenStream(new ListTokenSource(clause)));
        try {
            return parser.line().clause();
        } catch (ParseCancellationException e) {
            misplaced(clause, (RecognitionException) e.getCause());
            return null;
        }
    }

    private void misplaced(List<Token> clause, RecognitionException failure) {
        Token offending = failure.getOffendingToken();
        String remedy = ExpectedTokens.sentence(clause.get(0), failure);
        if (offending.getType() == Token.EOF) {
            Span last = span(clause.get(clause.size() - 1));
            diagnostics.report(
                    DiagnosticKind.MISPLACED,
                    new Span(last.getLine(), last.getColumn() + last.getLength(), 1),
                    "The clause ends too early.",
                    remedy);
        } else {
            diagnostics.report(
                    DiagnosticKind.MISPLACED,
                    span(offending),
                    "'" + offending.getText() + "' cannot stand here.",
                    remedy);
        }
    }

    /**
     * Where a token stands.
     *
     * @param token the token
     * @return its span
     */
    public static Span span(Token token) {
        String text = token.getText();
        return new Span(token.getLine(), token.getCharPositionInLine() + 1, text.codePointCount(0, text.length()));
    }

    /**
     * Where a part of a clause stands, as far as its first line goes.
     *
     * @param from its first token
     * @param until its last token
     * @return the span of both
     */
    public static Span span(Token from, Token until) {
        Span first = span(from);
        if (until == null || until.getLine() != from.getLine()) {
            return first;
        }
        Span last = span(until);
        return new Span(first.getLine(), first.getColumn(), last.getColumn() + last.getLength() - first.getColumn());
    }
}
