package org.countersign.language.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.countersign.language.grammar.SecurityParser.ClauseContext;

/** One clause of a source, as far as its form is right. */
public final class ParsedClause {
    private final Token first;
    private final ClauseContext content;

    ParsedClause(Token first, ClauseContext content) {
        this.first = first;
        this.content = content;
    }

    /** The token that it begins with. */
    public Token getFirst() {
        return first;
    }

    /** What it consists of; nothing if its form is wrong, which was told then. */
    public Optional<ClauseContext> getContent() {
        return Optional.ofNullable(content);
    }
}
