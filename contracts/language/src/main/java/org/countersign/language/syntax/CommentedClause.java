package org.countersign.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.countersign.language.grammar.SecurityLexer;

/** A clause with the comments that belong to it. */
public final class CommentedClause {
    private final List<Token> tokens;
    private final List<String> comments = new ArrayList<>();
    private String trailing = "";
    private boolean blankBefore;

    private CommentedClause(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Attaches the comments of a source to its clauses.
     *
     * @param tokens all tokens of the source
     * @return the clauses in their order; comments after the last one are with one more, without tokens
     */
    public static List<CommentedClause> of(List<Token> tokens) {
        List<CommentedClause> clauses = new ArrayList<>();
        Map<Token, CommentedClause> lasts = new HashMap<>();
        for (List<Token> clause : ClauseLines.divide(tokens)) {
            CommentedClause commented = new CommentedClause(clause);
            clauses.add(commented);
            lasts.put(clause.get(clause.size() - 1), commented);
        }
        CommentedClause end = new CommentedClause(Collections.emptyList());
        attach(tokens, clauses, lasts, end);
        if (!end.comments.isEmpty()) {
            clauses.add(end);
        }
        return clauses;
    }

    private static void attach(
            List<Token> tokens, List<CommentedClause> clauses, Map<Token, CommentedClause> lasts, CommentedClause end) {
        int next = 0;
        int lineEnds = 0;
        CommentedClause ended = null;
        for (Token token : tokens) {
            CommentedClause coming = next < clauses.size() ? clauses.get(next) : end;
            if (token.getType() == SecurityLexer.NEWLINE) {
                lineEnds++;
                ended = null;
            } else if (token.getType() == SecurityLexer.COMMENT) {
                String comment = stripped(token.getText());
                if (ended != null) {
                    ended.trailing = comment;
                } else {
                    coming.blank(lineEnds);
                    coming.comments.add(comment);
                }
                lineEnds = 0;
            } else if (token.getType() != Token.EOF) {
                if (!coming.tokens.isEmpty() && coming.tokens.get(0) == token) {
                    coming.blank(lineEnds);
                }
                lineEnds = 0;
                ended = lasts.get(token);
                next += ended == null ? 0 : 1;
            }
        }
    }

    // A line that is left empty stays so, above the comments or between them and the clause.
    private void blank(int lineEnds) {
        if (lineEnds > 1 && comments.isEmpty()) {
            blankBefore = true;
        } else if (lineEnds > 1) {
            comments.add("");
        }
    }

    private static String stripped(String comment) {
        int length = comment.length();
        while (length > 0 && comment.charAt(length - 1) <= ' ') {
            length--;
        }
        return comment.substring(0, length);
    }

    /** Its tokens; empty for what follows the last clause. */
    public List<Token> getTokens() {
        return tokens;
    }

    /** The comments above or within it; empty texts stand for empty lines. */
    public List<String> getComments() {
        return Collections.unmodifiableList(comments);
    }

    /** The comment behind it; empty if there is none. */
    public String getTrailing() {
        return trailing;
    }

    /** Whether a line is left empty above it and its comments. */
    public boolean isBlankBefore() {
        return blankBefore;
    }
}
