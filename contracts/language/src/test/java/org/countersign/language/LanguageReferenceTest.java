package org.countersign.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.language.check.Catalogue;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.grammar.SecurityLexer;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.language.text.SourceFormatter;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;
import org.countersign.language.vocabulary.Slot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference of the language: its examples compile, say what they are said to, and leave no word out. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Paths.get("").toAbsolutePath().resolve("../../docs/reference/language.md");
    private static final String GOOD = "security";
    private static final String WRONG = "security wrong";
    private static final String TEXT = "text";

    /** A block of code of the page. */
    static final class Example {
        private final String kind;
        private final String text;
        private final int line;

        Example(String kind, String text, int line) {
            this.kind = kind;
            this.text = text;
            this.line = line;
        }

        boolean isWhole() {
            return Stream.of(text.split("\n")).anyMatch(clause -> clause.startsWith("security "));
        }

        /**
         * The example as a whole source: with the terms, instrument and validation of the share, unless it has some.
         */
        String source() {
            if (isWhole()) {
                return text;
            }
            Set<String> headings = Stream.of(text.split("\n"))
                    .filter(Section.headings()::contains)
                    .collect(Collectors.toSet());
            String share = Sources.share();
            String terms = share.substring(0, share.indexOf("share\n"));
            String validation = share.substring(share.indexOf("validation\n"), share.indexOf("compliance\n"));
            boolean instrument = Stream.of(Section.values())
                    .anyMatch(section -> section.isInstrument() && headings.contains(section.getWord()));
            return terms
                    + (instrument ? "" : "share\n")
                    + (headings.contains(Section.VALIDATION.getWord()) ? "" : validation)
                    + text;
        }

        CheckedSource check() {
            return Sources.checkWithLedger(source());
        }

        @Override
        public String toString() {
            return "the example in line " + line;
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        String kind = null;
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (String read : Sources.read(REFERENCE).split("\n")) {
            line++;
            if (read.startsWith("```")) {
                if (kind != null) {
                    examples.add(new Example(kind, text.toString(), line));
                }
                kind = kind == null ? read.substring(3) : null;
                text.setLength(0);
            } else if (kind != null) {
                text.append(read).append('\n');
            }
        }
        return examples;
    }

    static List<Example> goodExamples() {
        return examples().stream().filter(example -> example.kind.equals(GOOD)).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("goodExamples")
    @DisplayName("An example has neither errors nor warnings, and compiles")
    void examplesCompile(Example example) {
        CheckedSource checked = example.check();

        assertThat(Sources.describe(checked.getDiagnostics())).isEmpty();
        assertThat(new SecurityCompiler(Catalogue.ofLedger()).compile(checked)).isPresent();
    }

    @Test
    @DisplayName("A whole file stands on the page in its canonical layout")
    void wholeFilesAreFormatted() throws UnreadableSourceException {
        List<Example> whole = goodExamples().stream().filter(Example::isWhole).collect(Collectors.toList());

        assertThat(whole).isNotEmpty();
        for (Example example : whole) {
            assertThat(SourceFormatter.format(SourceText.of("test.security", example.text)))
                    .isEqualTo(example.text);
        }
    }

    @Test
    @DisplayName("What is wrong is said in the words that stand after it")
    void messagesAreAsTold() {
        List<Example> examples = examples();
        int told = 0;
        for (int position = 0; position < examples.size(); position++) {
            if (examples.get(position).kind.equals(WRONG)) {
                assertThat(examples.get(position + 1).kind).isEqualTo(TEXT);
                assertThat(Sources.describe(examples.get(position).check().getDiagnostics()))
                        .isEqualTo(examples.get(position + 1).text);
                told++;
            }
        }
        assertThat(told).isGreaterThanOrEqualTo(2);
        assertThat(examples).extracting(example -> example.kind).containsOnly(GOOD, WRONG, TEXT, "");
    }

    @Test
    @DisplayName("Every word of the grammar, clause, parameter, rule and choice is in an example that compiles")
    void noWordIsLeftOut() {
        Set<String> used = new HashSet<>();
        Set<Integer> kinds = new HashSet<>();
        for (Example example : goodExamples()) {
            for (Token token : new SecurityLexer(CharStreams.fromString(example.text)).getAllTokens()) {
                used.add(token.getText());
                kinds.add(token.getType());
            }
        }

        assertThat(used).containsAll(Section.headings());
        assertThat(used).containsAll(Catalogue.ofLedger().words());
        for (Section section : Section.values()) {
            for (Signature clause : section.getClauses()) {
                assertThat(used).contains(clause.getWord());
                for (Slot slot : clause.getSlots()) {
                    assertThat(used).as("the choices of '%s'", clause.getWord()).containsAll(shown(slot));
                }
            }
        }
        for (String word : Catalogue.ofLedger().words()) {
            List<RuleParameter> parameters =
                    Catalogue.ofLedger().find(word).get().getParameters();
            if (parameters.size() > 1) {
                assertThat(used)
                        .containsAll(
                                parameters.stream().map(RuleParameter::getName).collect(Collectors.toList()));
            }
        }
        for (int type = 1; type <= SecurityLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (!Arrays.asList(SecurityLexer.BLANK, SecurityLexer.OPEN_TEXT, SecurityLexer.STRANGE, SecurityLexer.OTHER)
                    .contains(type)) {
                assertThat(kinds)
                        .as("an example with %s", SecurityLexer.VOCABULARY.getDisplayName(type))
                        .contains(type);
            }
        }
    }

    // The committees that approve an amendment are of the same aspects as those that attest.
    private static List<String> shown(Slot slot) {
        List<String> words = new ArrayList<>(slot.getName().equals("by") ? Collections.emptyList() : slot.getWords());
        if (!slot.isLeading()) {
            words.add(slot.getName());
        }
        return words;
    }
}
