package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The reference of the rules says what the catalogue says, and names no rule or test that is not there. With
 * {@code -Dcountersign.reference=write} the catalogue's part of it is rewritten.
 */
class RulesReferenceTest {
    private static final Path ROOT =
            Paths.get("").toAbsolutePath().resolve("../..").normalize();
    private static final Path REFERENCE = ROOT.resolve("docs/reference/rules.md");
    private static final Pattern RULES =
            Pattern.compile("(<!-- rules: [^>]*-->\n).*(<!-- end of rules -->)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final List<String> OTHERS = Arrays.asList("ERC-3643", "Polymath", "Polymesh", "Securitize");
    private static final List<String> COMPOSITION =
            Arrays.asList("on", "when", "then", "not", "and", "or", "claim", "values");

    @Test
    @DisplayName("The reference has every rule as the catalogue describes it")
    void theReferenceHasEveryRule() throws IOException {
        String page = read(REFERENCE);
        Matcher rules = RULES.matcher(page);
        assertThat(rules.find()).as("the place of the rules in %s", REFERENCE).isTrue();
        String expected =
                rules.replaceFirst(Matcher.quoteReplacement(rules.group(1) + "\n" + rules() + "\n" + rules.group(2)));
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(REFERENCE, expected.getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(page.split("\n"))
                    .as("the rules in docs/reference/rules.md; its last section says how to write them anew")
                    .containsExactly(expected.split("\n"));
        }
    }

    @Test
    @DisplayName("Beside whatever others have stands a rule of the catalogue, or a link to what does it here")
    void everythingOfOthersHasItsRule() throws IOException {
        Set<String> known = RuleCatalogue.rules().stream()
                .map(RuleDescription::getWord)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(COMPOSITION);
        Stream.of(Operation.values())
                .map(operation -> operation.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(known::add);
        for (String other : OTHERS) {
            List<String[]> rows = table("### " + other);
            assertThat(rows).as("the table of %s", other).hasSizeGreaterThan(10);
            for (String[] row : rows) {
                assertThat(row).as(String.join("|", row)).hasSize(3);
                int answers = 0;
                for (Matcher code = CODE.matcher(row[1]); code.find(); ) {
                    for (Matcher word = WORD.matcher(code.group(1).replaceAll("\"[^\"]*\"", "")); word.find(); ) {
                        assertThat(known).as("what stands beside %s", row[0]).contains(word.group());
                        answers++;
                    }
                }
                for (Matcher link = LINK.matcher(row[1]); link.find(); ) {
                    assertThat(REFERENCE.resolveSibling(link.group(1)))
                            .as("the link beside %s", row[0])
                            .exists();
                    answers++;
                }
                assertThat(answers).as("what stands beside %s", row[0]).isPositive();
            }
        }
    }

    @Test
    @DisplayName("Whatever is said about the hard cases is shown by a test that exists")
    void everySemanticHasItsTest() throws IOException {
        Map<String, String> sources = testSources();
        List<String[]> rows = table("## Hard cases");
        assertThat(rows).hasSizeGreaterThan(10);
        for (String[] row : rows) {
            Matcher test = TEST.matcher(row[row.length - 1]);
            int tests = 0;
            while (test.find()) {
                assertThat(sources).containsKey(test.group(1));
                assertThat(sources.get(test.group(1))).contains("void " + test.group(2) + "(");
                tests++;
            }
            assertThat(tests).as("what shows: %s", row[0]).isPositive();
        }
    }

    @Test
    @DisplayName("Every rule has a test class of its own")
    void everyRuleHasItsTest() throws IOException {
        assertThat(testSources().keySet())
                .containsAll(RuleCatalogue.rules().stream()
                        .map(rule -> rule.getType().getSimpleName() + "Test")
                        .collect(Collectors.toList()));
    }

    private static String rules() {
        StringBuilder text = new StringBuilder("| rule | decided by | in short |\n| --- | --- | --- |\n");
        for (RuleDescription rule : RuleCatalogue.rules()) {
            String meaning = rule.getMeaning();
            String first = meaning.substring(0, meaning.indexOf(". ") < 0 ? meaning.length() : meaning.indexOf(". "));
            text.append(String.format(
                    "| [`%s`](#%s) | %s | %s |\n",
                    rule.getWord(),
                    rule.getWord(),
                    rule.getReach() == Reach.PUBLIC ? "everybody" : "authorities",
                    first.replaceAll("\\.$", "")));
        }
        for (RuleDescription rule : RuleCatalogue.rules()) {
            text.append("\n").append(section(rule));
        }
        return text.toString();
    }

    private static String section(RuleDescription rule) {
        StringBuilder text = new StringBuilder("### `" + rule.getWord() + "`\n\n");
        text.append(rule.getReach() == Reach.PUBLIC ? "Public. " : "Private. ").append(rule.getMeaning());
        text.append("\n\n");
        if (!rule.getParameters().isEmpty()) {
            text.append("| parameter | type | meaning |\n| --- | --- | --- |\n");
            for (RuleParameter parameter : rule.getParameters()) {
                text.append(String.format(
                        "| `%s` | %s | %s |\n",
                        parameter.getName(),
                        parameter.getType().name().toLowerCase(Locale.ROOT),
                        parameter.getMeaning()));
            }
            text.append("\n");
        }
        list(text, "Sources", rule.getSources());
        list(text, "Examples", rule.getExamples());
        String type = rule.getType().getSimpleName();
        return text.append("Class `" + type + "`, shown by `" + type + "Test`.\n")
                .toString();
    }

    private static void list(StringBuilder text, String title, List<String> elements) {
        if (!elements.isEmpty()) {
            text.append(title).append(":\n\n");
            elements.forEach(element -> text.append("- ").append(element).append("\n"));
            text.append("\n");
        }
    }

    // The rows of the first table after a heading, without its two lines of heads.
    private static List<String[]> table(String heading) throws IOException {
        String page = read(REFERENCE);
        int begin = page.indexOf("\n" + heading);
        assertThat(begin).as("the heading %s", heading).isPositive();
        List<String[]> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : page.substring(begin + 1).split("\n")) {
            if (line.startsWith("| ")) {
                inside = true;
                rows.add(Stream.of(line.substring(2).split(" \\|( |$)"))
                        .map(String::trim)
                        .toArray(String[]::new));
            } else if (inside) {
                break;
            }
        }
        return rows.subList(2, rows.size());
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : Arrays.asList("contracts/ledger", "workflows", "oracles", "flow-tests")) {
            Path tests = ROOT.resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(tests)) {
                List<Path> classes = files.filter(file -> file.toString().endsWith("Test.java"))
                        .collect(Collectors.toList());
                for (Path file : classes) {
                    sources.put(file.getFileName().toString().replace(".java", ""), read(file));
                }
            }
        }
        return sources;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
