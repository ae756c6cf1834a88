package org.countersign.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.countersign.language.grammar.SecurityLexer;

/** What could have stood where something else stands, in words of the trade and not of the grammar. */
final class ExpectedTokens {
    private static final Map<Integer, String> NAMES = names();
    private static final List<Integer> CONDITIONAL =
            Arrays.asList(SecurityLexer.REQUIRE, SecurityLexer.FORBID, SecurityLexer.WHEN);

    private ExpectedTokens() {}

    static String sentence(Token first, RecognitionException failure) {
        IntervalSet expected = failure instanceof NoViableAltException ? null : failure.getExpectedTokens();
        Set<String> names = new LinkedHashSet<>();
        if (expected != null) {
            for (int type : expected.toArray()) {
                names.add(NAMES.getOrDefault(type, "a value"));
            }
        }
        if (names.isEmpty() && CONDITIONAL.contains(first.getType())) {
            return "Expected here: a rule of the catalogue, 'not', '(', or 'when' with 'then'.";
        }
        if (names.isEmpty()) {
            return "A clause begins with its word, for example 'currency', 'require' or 'attest'.";
        }
        List<String> listed = new ArrayList<>(names);
        Collections.sort(listed);
        return "Expected here: " + String.join(", ", listed) + ".";
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        names.put(SecurityLexer.EOF, "the end of the clause");
        names.put(SecurityLexer.WORD, "a word");
        names.put(SecurityLexer.AND, "'and'");
        names.put(SecurityLexer.OR, "'or'");
        names.put(SecurityLexer.NOT, "'not'");
        names.put(SecurityLexer.OF, "'of'");
        names.put(SecurityLexer.WHEN, "'when'");
        names.put(SecurityLexer.THEN, "'then'");
        names.put(SecurityLexer.FOR, "'for'");
        names.put(SecurityLexer.IN, "'in'");
        names.put(SecurityLexer.ON, "'on'");
        names.put(SecurityLexer.ALWAYS, "'always'");
        names.put(SecurityLexer.REQUIRE, "'require'");
        names.put(SecurityLexer.FORBID, "'forbid'");
        names.put(SecurityLexer.LEFT, "'('");
        names.put(SecurityLexer.RIGHT, "')'");
        names.put(SecurityLexer.COMMA, "','");
        names.put(SecurityLexer.PLUS, "'+'");
        names.put(SecurityLexer.MINUS, "'-'");
        names.put(SecurityLexer.UNITS, "'units'");
        names.put(SecurityLexer.PERIOD_UNIT, "'days', 'weeks', 'months' or 'years'");
        return Collections.unmodifiableMap(names);
    }
}
