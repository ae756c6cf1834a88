package org.countersign.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.source.SourceText;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.syntax.CommentedClause;
import org.countersign.language.vocabulary.Section;

/**
 * The canonical layout of a source. Words, values and comments stay as they are; blanks and line ends are set anew.
 * What is laid out already stays as it is.
 */
public final class SourceFormatter {
    private static final int WIDEST = 100;
    private static final String ONE = "  ";
    private static final String CONTINUED = "        ";

    private final StringBuilder text = new StringBuilder();
    private boolean scoped;
    private Section section = Section.TERMS;

    private SourceFormatter() {}

    /**
     * Lays out a source.
     *
     * @param source a source without errors
     * @return the same in canonical layout, with a line end at its end
     */
    public static String format(SourceText source) {
        SourceFormatter formatter = new SourceFormatter();
        List<CommentedClause> clauses = CommentedClause.of(ClauseParser.tokens(source));
        for (int position = 0; position < clauses.size(); position++) {
            formatter.clause(clauses, position);
        }
        return formatter.text.toString();
    }

    private void clause(List<CommentedClause> clauses, int position) {
        CommentedClause clause = clauses.get(position);
        Optional<Section> heading = heading(clause);
        if (heading.isPresent()) {
            section = heading.get();
            scoped = false;
        }
        boolean begins = heading.isPresent() || clause.isBlankBefore();
        String indent = indent(clause, heading.isPresent());
        if (begins && text.length() > 0) {
            text.append('\n');
        }
        for (String comment : clause.getComments()) {
            text.append(comment.isEmpty() ? "" : indent + comment).append('\n');
        }
        if (!clause.getTokens().isEmpty()) {
            text.append(laidOut(clause, indent, columnOf(clauses, position, heading.isPresent())));
            text.append(clause.getTrailing().isEmpty() ? "" : ONE + clause.getTrailing())
                    .append('\n');
        }
    }

    private static Optional<Section> heading(CommentedClause clause) {
        return clause.getTokens().size() == 1
                ? Section.of(clause.getTokens().get(0).getText())
                : Optional.empty();
    }

    private String indent(CommentedClause clause, boolean heading) {
        if (heading || clause.getTokens().isEmpty() || isSecurity(clause)) {
            return "";
        }
        if (section != Section.COMPLIANCE) {
            return ONE;
        }
        int first = clause.getTokens().get(0).getType();
        boolean requirement = first == SecurityLexer.REQUIRE || first == SecurityLexer.FORBID;
        scoped |= !requirement;
        return requirement && scoped ? ONE + ONE : ONE;
    }

    private static boolean isSecurity(CommentedClause clause) {
        return clause.getTokens().get(0).getText().equals("security");
    }

    // Where values begin: at the same column in all clauses of a section.
    private int columnOf(List<CommentedClause> clauses, int position, boolean heading) {
        if (heading || section == Section.COMPLIANCE || isSecurity(clauses.get(position))) {
            return 0;
        }
        int column = 0;
        for (int other = first(clauses, position); other < clauses.size(); other++) {
            CommentedClause clause = clauses.get(other);
            if (heading(clause).isPresent()) {
                break;
            }
            if (!clause.getTokens().isEmpty() && !isSecurity(clause)) {
                column = Math.max(column, clause.getTokens().get(0).getText().length() + 1);
            }
        }
        return column;
    }

    private static int first(List<CommentedClause> clauses, int position) {
        int first = position;
        while (first > 0 && !heading(clauses.get(first - 1)).isPresent()) {
            first--;
        }
        return first;
    }

    private static String laidOut(CommentedClause clause, String indent, int column) {
        StringBuilder laidOut = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        boolean begun = false;
        for (String piece : pieces(clause.getTokens(), column)) {
            if (begun && line.length() + 1 + piece.length() > WIDEST) {
                laidOut.append(line).append('\n');
                line = new StringBuilder(indent + CONTINUED);
                begun = false;
            }
            line.append(begun ? " " : "").append(piece);
            begun = true;
        }
        return laidOut.append(line).toString();
    }

    // What stays in one line: a new piece begins before a word that continues a condition, and after a comma.
    private static List<String> pieces(List<Token> tokens, int column) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Token last = null;
        for (Token token : tokens) {
            boolean continues = token.getType() == SecurityLexer.AND
                    || token.getType() == SecurityLexer.OR
                    || token.getType() == SecurityLexer.THEN;
            if (last != null && (continues || last.getType() == SecurityLexer.COMMA)) {
                pieces.add(piece.toString());
                piece = new StringBuilder();
            } else if (last != null && !isTight(last, token)) {
                piece.append(' ');
            }
            piece.append(token.getText());
            if (last == null) {
                for (int blank = piece.length() + 1; blank < column; blank++) {
                    piece.append(' ');
                }
            }
            last = token;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean isTight(Token last, Token next) {
        return last.getType() == SecurityLexer.LEFT
                || next.getType() == SecurityLexer.RIGHT
                || next.getType() == SecurityLexer.COMMA;
    }
}
