package org.countersign.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Catalogue;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.model.Value;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Slot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The grammar with which editors colour sources knows every word of the language, and sees tokens where the language
 * has them. With {@code -Dcountersign.reference=write} it is written anew from the vocabulary.
 */
class EditorGrammarTest {
    private static final Path EDITOR = Paths.get("").toAbsolutePath().resolve("../../editors/vscode");
    private static final Path GRAMMAR = EDITOR.resolve("syntaxes/security.tmLanguage.json");
    private static final Pattern LINE = Pattern.compile("\\{ \"name\": \"([^\"]+)\", \"match\": \"(.*)\" }");
    private static final String END = "(?![A-Za-z0-9_-])";
    private static final String BEGIN = "(?<![A-Za-z0-9_-])";

    static Iterable<String> securities() {
        return Sources.SECURITIES;
    }

    // In the order in which they are tried: the first that matches at the earliest place has the text.
    private static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("comment.line.number-sign", "#.*$");
        patterns.put("string.quoted.double", "\"(?:\\\\[\"\\\\]|[^\"\\\\])*\"");
        patterns.put("entity.name.section", "^\\s*" + anyOf(Section.headings()) + "(?=\\s*(?:#|$))");
        patterns.put("keyword.other.clause", "^\\s*" + anyOf(clauses()) + END);
        patterns.put(
                "keyword.control",
                BEGIN
                        + anyOf(Arrays.asList(
                                "always", "on", "for", "in", "when", "then", "require", "forbid", "and", "or", "not",
                                "of"))
                        + END);
        patterns.put("support.function.rule", BEGIN + anyOf(Catalogue.ofLedger().words()) + END);
        patterns.put("constant.numeric.date", BEGIN + "[0-9]{4}-[0-9]{2}-[0-9]{2}" + END);
        patterns.put("constant.numeric.time", BEGIN + "[0-9]{2}:[0-9]{2}" + END);
        patterns.put("constant.numeric", BEGIN + "[0-9]+(?:[,.][0-9]+)*%?");
        patterns.put("keyword.other.unit", BEGIN + "(?:unit|day|week|month|year)s?" + END);
        patterns.put("constant.language", BEGIN + anyOf(choices()) + END);
        patterns.put("variable.parameter", BEGIN + anyOf(parameters()) + END);
        patterns.put("constant.other.zone", BEGIN + "[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)+");
        patterns.put("constant.other.code", BEGIN + "[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+)*" + END);
        patterns.put("keyword.operator", "[+-]");
        patterns.put("punctuation", "[(),]");
        return patterns;
    }

    private static List<String> clauses() {
        return Stream.of(Section.values())
                .flatMap(section -> section.clauseWords().stream())
                .collect(Collectors.toList());
    }

    private static List<String> choices() {
        List<String> choices = slots().flatMap(slot -> slot.getWords().stream()).collect(Collectors.toList());
        Stream.of(Operation.values(), InvestorCategory.values(), DayOfWeek.values())
                .flatMap(Stream::of)
                .filter(constant -> constant != Operation.AMEND)
                .map(constant -> Value.word(((Enum<?>) constant).name()))
                .forEach(choices::add);
        choices.add("none");
        return choices;
    }

    private static List<String> parameters() {
        List<String> parameters =
                slots().filter(slot -> !slot.isLeading()).map(Slot::getName).collect(Collectors.toList());
        for (String word : Catalogue.ofLedger().words()) {
            parameters.addAll(Catalogue.ofLedger().find(word).get().getParameters().stream()
                    .map(RuleParameter::getName)
                    .collect(Collectors.toList()));
        }
        return parameters;
    }

    private static Stream<Slot> slots() {
        return Stream.of(Section.values())
                .flatMap(section -> section.getClauses().stream())
                .flatMap(clause -> clause.getSlots().stream());
    }

    private static String anyOf(List<String> words) {
        Set<String> sorted = new TreeSet<>(words);
        return "(?:" + String.join("|", sorted) + ")";
    }

    private static String json() {
        List<String> lines = new ArrayList<>();
        patterns()
                .forEach((name, match) -> lines.add("    { \"name\": \"" + name + ".security\", \"match\": \""
                        + match.replace("\\", "\\\\").replace("\"", "\\\"") + "\" }"));
        return "{\n  \"name\": \"Security\",\n  \"scopeName\": \"source.security\",\n"
                + "  \"fileTypes\": [\"security\"],\n  \"patterns\": [\n" + String.join(",\n", lines) + "\n  ]\n}\n";
    }

    // What an editor does: of all patterns the one that matches first, and of those the first in the file.
    private static List<String[]> tokens(String line) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        Matcher written = LINE.matcher(Sources.read(GRAMMAR));
        while (written.find()) {
            String match = written.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
            patterns.put(written.group(1), Pattern.compile(match));
        }
        List<String[]> tokens = new ArrayList<>();
        for (int position = 0; position < line.length(); ) {
            int begin = line.length();
            String name = null;
            int end = begin;
            for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
                Matcher matcher = pattern.getValue().matcher(line).useTransparentBounds(true);
                matcher.useAnchoringBounds(false).region(position, line.length());
                if (matcher.find() && matcher.start() < begin && matcher.end() > matcher.start()) {
                    begin = matcher.start();
                    end = matcher.end();
                    name = pattern.getKey();
                }
            }
            if (begin > position) {
                tokens.add(new String[] {"", line.substring(position, begin)});
            }
            if (name != null) {
                tokens.add(new String[] {name, line.substring(begin, end)});
            }
            position = end;
        }
        return tokens;
    }

    private static String scopeOf(String line, String word) {
        return tokens(line).stream()
                .filter(token -> token[1].trim().equals(word))
                .map(token -> token[0].replace(".security", ""))
                .findFirst()
                .orElse("");
    }

    @Test
    @DisplayName("The grammar has the words of the language, and is JSON as are the files beside it")
    void theGrammarHasEveryWord() throws Exception {
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(GRAMMAR, json().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sources.read(GRAMMAR)).isEqualTo(json());
        try (Stream<Path> files = Files.walk(EDITOR)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".json")).collect(Collectors.toList());
            assertThat(all).hasSize(3);
            for (Path file : all) {
                ScriptEngine engine = new ScriptEngineManager().getEngineByName("javascript");
                engine.put("text", Sources.read(file));
                assertThat(engine.eval("typeof JSON.parse(text)"))
                        .as("%s", file)
                        .isEqualTo("object");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("securities")
    @DisplayName("Of the three securities every character but blanks has a colour, and every token the right one")
    void securitiesAreTokenised(String name) throws IOException {
        String[] lines = Sources.security(name).split("\n");
        for (String line : lines) {
            for (String[] token : tokens(line)) {
                assertThat(token[0].isEmpty() && !token[1].trim().isEmpty())
                        .as("no colour for '%s' in '%s'", token[1], line)
                        .isFalse();
            }
            for (Token token : new SecurityLexer(CharStreams.fromString(line)).getAllTokens()) {
                assertThat(scopeOf(line, token.getText()))
                        .as("'%s' in '%s'", token.getText(), line)
                        .matches(expected(token.getType()));
            }
        }
    }

    private static String expected(int type) {
        switch (type) {
            case SecurityLexer.COMMENT:
                return "comment.*";
            case SecurityLexer.TEXT:
                return "string.*";
            case SecurityLexer.NUMBER:
            case SecurityLexer.PERCENTAGE:
            case SecurityLexer.DATE:
            case SecurityLexer.TIME:
                return "constant\\.numeric.*";
            case SecurityLexer.ZONE:
            case SecurityLexer.CODE:
                return "constant\\.other.*";
            case SecurityLexer.UNITS:
            case SecurityLexer.PERIOD_UNIT:
                return "keyword\\.other\\.unit";
            case SecurityLexer.COMMA:
            case SecurityLexer.LEFT:
            case SecurityLexer.RIGHT:
                return "punctuation";
            case SecurityLexer.WORD:
                return "entity.*|keyword\\.other\\.clause|support.*|constant\\.language|variable.*";
            default:
                return "keyword.*";
        }
    }

    @Test
    @DisplayName("A rule is a rule, a clause a clause, a heading a heading, and a word that is none of them is plain")
    void wordsHaveTheirColours() {
        for (String word : Catalogue.ofLedger().words()) {
            assertThat(scopeOf("  require " + word, word)).isEqualTo("support.function.rule");
        }
        for (String word : clauses()) {
            assertThat(scopeOf("  " + word + " \"x\"", word)).isEqualTo("keyword.other.clause");
        }
        for (String word : Section.headings()) {
            assertThat(scopeOf(word, word)).isEqualTo("entity.name.section");
        }
        for (String word : choices()) {
            assertThat(scopeOf("  allow " + word + ", x", word)).isNotEmpty();
        }
        for (String word : parameters()) {
            assertThat(scopeOf("  require x " + word + " 1", word)).isNotEmpty();
        }
        assertThat(scopeOf("  require lock-up-from-nowhere 1", "lock-up-from-nowhere"))
                .isEmpty();
        assertThat(scopeOf("# require accredited", "# require accredited")).isEqualTo("comment.line.number-sign");
        assertThat(scopeOf("  issuer \"a \\\" # b\"", "\"a \\\" # b\"")).isEqualTo("string.quoted.double");
    }
}
