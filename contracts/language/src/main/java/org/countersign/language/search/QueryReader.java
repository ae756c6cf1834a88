package org.countersign.language.search;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.countersign.language.grammar.SearchLexer;
import org.countersign.language.grammar.SearchParser;
import org.countersign.language.grammar.SearchParser.AlternativesContext;
import org.countersign.language.grammar.SearchParser.AtomContext;
import org.countersign.language.grammar.SearchParser.ConjunctionContext;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.Span;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.language.syntax.ClauseParser;

/** Reads queries. What they cost whoever answers them is bounded here. */
final class QueryReader {
    /** The most characters of a query. */
    static final int LONGEST = 2_000;
    /** The most terms of a query. */
    static final int MOST_TERMS = 24;
    /** The most parentheses and {@code not} of a query, and so its depth. */
    static final int DEEPEST = 32;

    private static final String NAME = "query";

    private final String text;
    private final SearchAttributes attributes;

    QueryReader(String text, SearchAttributes attributes) {
        // One line, so that a column says where.
        this.text = text.replaceAll("[\t\r\n]", " ");
        this.attributes = attributes;
    }

    SearchQuery read() throws QueryRefusedException {
        boolean tooLong = text.length() > LONGEST;
        Diagnostics diagnostics = new Diagnostics(source(tooLong ? text.substring(0, LONGEST) : text));
        SearchQuery query = null;
        if (tooLong) {
            diagnostics.report(
                    DiagnosticKind.OUT_OF_RANGE,
                    new Span(1, 1, 1),
                    "The query has " + text.length() + " characters; " + LONGEST + " are read.",
                    "Ask for less, or in several queries.");
        } else {
            query = parse(diagnostics);
        }
        if (diagnostics.errors() > 0) {
            throw new QueryRefusedException(diagnostics.inOrder());
        }
        return query;
    }

    private static SourceText source(String text) {
        try {
            return SourceText.of(NAME, text);
        } catch (UnreadableSourceException e) {
            throw new IllegalStateException("A query is shorter than a source.", e);
        }
    }

    private SearchQuery parse(Diagnostics diagnostics) {
        SearchLexer lexer = new SearchLexer(CharStreams.fromString(text));
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        check(tokens.getTokens(), diagnostics);
        if (diagnostics.errors() > 0) {
            return null;
        }
        SearchParser parser = new SearchParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return alternatives(parser.query().alternatives(), new TermReader(text, attributes, diagnostics));
        } catch (ParseCancellationException e) {
            misplaced((RecognitionException) e.getCause(), diagnostics);
            return null;
        }
    }

    private void check(List<Token> tokens, Diagnostics diagnostics) {
        int terms = 1;
        int deep = 0;
        for (Token token : tokens) {
            if (token.getType() == SearchLexer.OPEN_TEXT) {
                diagnostics.report(
                        DiagnosticKind.OPEN_TEXT,
                        ClauseParser.span(token),
                        "A text in quotes does not end.",
                        "Close it with \"; a quote within it is written \\\".");
            } else if (token.getType() == SearchLexer.STRANGE || token.getType() == SearchLexer.OTHER) {
                diagnostics.report(
                        DiagnosticKind.STRANGE_WORD,
                        ClauseParser.span(token),
                        "'" + token.getText() + "' is nothing that a query knows.",
                        "Attributes are in small letters with hyphens, codes in capitals, other text in quotes; a"
                                + " number and its unit have a blank between them.");
            }
            terms += token.getType() == SearchLexer.AND || token.getType() == SearchLexer.OR ? 1 : 0;
            deep += token.getType() == SearchLexer.NOT || token.getType() == SearchLexer.LEFT ? 1 : 0;
            if (terms > MOST_TERMS || deep > DEEPEST) {
                diagnostics.report(
                        DiagnosticKind.NESTED_TOO_DEEP,
                        ClauseParser.span(token),
                        "A query has at most " + MOST_TERMS + " terms and " + DEEPEST + " times '(' or 'not'.",
                        "Ask for less, or in several queries.");
                return;
            }
        }
    }

    private void misplaced(RecognitionException failure, Diagnostics diagnostics) {
        Token offending = failure.getOffendingToken();
        String remedy =
                "A term is an attribute with a comparison and a value, as 'denomination <= 1,000 EUR', or one of"
                        + " 'jurisdiction allows DE', 'name contains \"bank\"', 'requires accredited', 'has isin';"
                        + " terms are joined by 'and', 'or', 'not' and parentheses.";
        if (offending.getType() == Token.EOF) {
            int length = text.codePointCount(0, text.length());
            diagnostics.report(
                    DiagnosticKind.MISPLACED,
                    new Span(1, length + 1, 1),
                    text.trim().isEmpty() ? "The query asks nothing." : "The query ends too early.",
                    remedy);
        } else {
            diagnostics.report(
                    DiagnosticKind.MISPLACED,
                    ClauseParser.span(offending),
                    "'" + offending.getText() + "' cannot stand here.",
                    remedy);
        }
    }

    private static SearchQuery alternatives(AlternativesContext context, TermReader terms) {
        List<SearchQuery> parts = new ArrayList<>();
        for (ConjunctionContext conjunction : context.conjunction()) {
            List<SearchQuery> all = new ArrayList<>();
            conjunction.atom().forEach(atom -> all.add(atom(atom, terms)));
            parts.add(SearchQuery.all(all));
        }
        return SearchQuery.any(parts);
    }

    private static SearchQuery atom(AtomContext context, TermReader terms) {
        if (context.NOT() != null) {
            return SearchQuery.not(atom(context.atom(), terms));
        }
        return context.alternatives() != null
                ? alternatives(context.alternatives(), terms)
                : terms.read(context.term());
    }
}
