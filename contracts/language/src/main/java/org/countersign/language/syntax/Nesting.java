package org.countersign.language.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.countersign.language.grammar.SecurityLexer;

/**
 * How deep a clause nests, counted on its tokens before the parser descends into them: its recursion, and that of all
 * that walk over what it makes, is bounded by this.
 */
final class Nesting {
    /** The most levels of parentheses, {@code not} and {@code when} within each other. */
    static final int DEEPEST = 64;

    private Nesting() {}

    /**
     * Finds where a clause becomes too deep.
     *
     * @param clause the clause's tokens
     * @return the first token beyond the deepest level, or null if there is none
     */
    static Token tooDeep(List<Token> clause) {
        Deque<Integer> outside = new ArrayDeque<>();
        int level = 0;
        // How many of the levels end with the alternative, or the part of one, that is being read.
        int negations = 0;
        for (Token token : clause) {
            switch (token.getType()) {
                case SecurityLexer.LEFT:
                    outside.push(negations);
                    outside.push(level);
                    level++;
                    negations = 0;
                    break;
                case SecurityLexer.NOT:
                    level++;
                    negations++;
                    break;
                case SecurityLexer.WHEN:
                    level++;
                    break;
                case SecurityLexer.AND:
                case SecurityLexer.OR:
                case SecurityLexer.THEN:
                    level -= negations;
                    negations = 0;
                    break;
                case SecurityLexer.RIGHT:
                    level = outside.isEmpty() ? 0 : outside.pop();
                    negations = outside.isEmpty() ? 0 : outside.pop();
                    break;
                default:
                    break;
            }
            if (level > DEEPEST) {
                return token;
            }
        }
        return null;
    }
}
