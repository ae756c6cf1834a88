package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the table of attacks in the security document is true. */
class SecurityTableTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .* \\| (.*) \\|$");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final int ATTACKS = 32;

    @Test
    void everyAttackHasATestThatExistsOrSaysWhatItWaitsFor() throws IOException {
        Path root = root();
        Map<String, String> sources = testSources(root);
        Map<Integer, String> rows = rows(root);
        assertThat(rows.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ATTACKS).boxed().collect(Collectors.toList()));
        rows.forEach((number, tests) -> {
            Matcher reference = REFERENCE.matcher(tests);
            int found = 0;
            while (reference.find()) {
                found++;
                assertThat(sources).as("attack " + number).containsKey(reference.group(1));
                assertThat(sources.get(reference.group(1)))
                        .as("attack " + number + ", " + reference.group())
                        .containsPattern("@Tag\\(\"attack-" + number + "\"\\)(?:(?!@Tag)[\\s\\S])*?void "
                                + reference.group(2) + "\\(");
            }
            assertThat(found > 0 || tests.startsWith("later, with"))
                    .as("attack " + number)
                    .isTrue();
        });
    }

    @Test
    void everyTestOfAnAttackIsInTheTable() throws IOException {
        Path root = root();
        Pattern tagged = Pattern.compile("@Tag\\(\"attack-(\\d+)\"\\)(?:(?!@Tag)[\\s\\S])*?void (\\w+)\\(");
        Map<Integer, String> rows = rows(root);
        testSources(root).forEach((name, source) -> {
            Matcher test = tagged.matcher(source);
            while (test.find()) {
                assertThat(rows.get(Integer.valueOf(test.group(1)))).contains("`" + name + "#" + test.group(2) + "`");
            }
        });
    }

    private static Map<Integer, String> rows(Path root) throws IOException {
        Map<Integer, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(root.resolve("docs/SECURITY.md"), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(Integer.valueOf(row.group(1)), row.group(2));
            }
        }
        return rows;
    }

    private static Map<String, String> testSources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : new String[] {"contracts/ledger", "contracts/language", "flow-tests", "deploy-nodes"}) {
            for (Path file : javaFiles(root.resolve(module).resolve("src/test"))) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return sources;
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("IT.java"))
                    .collect(Collectors.toList()));
        }
    }

    private static Path root() {
        Path directory = Paths.get("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/SECURITY.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
