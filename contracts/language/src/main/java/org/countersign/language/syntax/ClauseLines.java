package org.countersign.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.countersign.language.grammar.SecurityLexer;

/**
 * Divides tokens into clauses. A clause is a line; it goes on in the next line within parentheses, after a comma or a
 * word that needs something after it, and before a word that needs something before it.
 */
final class ClauseLines {
    private static final Set<Integer> NEED_MORE = set(
            SecurityLexer.COMMA,
            SecurityLexer.PLUS,
            SecurityLexer.MINUS,
            SecurityLexer.LEFT,
            SecurityLexer.AND,
            SecurityLexer.OR,
            SecurityLexer.NOT,
            SecurityLexer.WHEN,
            SecurityLexer.THEN,
            SecurityLexer.OF,
            SecurityLexer.REQUIRE,
            SecurityLexer.FORBID);
    private static final Set<Integer> FOLLOW = set(
            SecurityLexer.COMMA,
            SecurityLexer.PLUS,
            SecurityLexer.MINUS,
            SecurityLexer.RIGHT,
            SecurityLexer.AND,
            SecurityLexer.OR,
            SecurityLexer.THEN,
            SecurityLexer.OF);
    // Even within parentheses, for whoever forgot to close one does not mean the rest of the file.
    private static final Set<Integer> BEGIN = set(SecurityLexer.REQUIRE, SecurityLexer.FORBID, SecurityLexer.ALWAYS);

    private ClauseLines() {}

    /**
     * Divides tokens.
     *
     * @param tokens all tokens of a source, comments left out or not
     * @return the clauses in their order, each of at least one token, without line ends and comments
     */
    static List<List<Token>> divide(List<? extends Token> tokens) {
        List<List<Token>> clauses = new ArrayList<>();
        List<Token> clause = new ArrayList<>();
        int open = 0;
        boolean lineEnded = false;
        for (Token token : tokens) {
            if (token.getType() == SecurityLexer.NEWLINE) {
                lineEnded = true;
            } else if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF) {
                if (lineEnded && !clause.isEmpty() && ends(clause, token, open)) {
                    clauses.add(clause);
                    clause = new ArrayList<>();
                    open = 0;
                }
                lineEnded = false;
                open += token.getType() == SecurityLexer.LEFT ? 1 : token.getType() == SecurityLexer.RIGHT ? -1 : 0;
                clause.add(token);
            }
        }
        if (!clause.isEmpty()) {
            clauses.add(clause);
        }
        return Collections.unmodifiableList(clauses);
    }

    private static boolean ends(List<Token> clause, Token next, int open) {
        if (BEGIN.contains(next.getType())) {
            return true;
        }
        int last = clause.get(clause.size() - 1).getType();
        return open <= 0 && !NEED_MORE.contains(last) && !FOLLOW.contains(next.getType());
    }

    private static Set<Integer> set(Integer... types) {
        return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(types)));
    }
}
