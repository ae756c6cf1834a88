package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/EXTENDING.md shows of a rule is what is compiled and tested here. */
class ExtendingGuideTest {
    private static final Path ROOT = Paths.get("..", "..");
    // A block that says which file it is from.
    private static final Pattern SHOWN =
            Pattern.compile("```java (contracts/ledger/src/\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    @DisplayName("Every snippet of the guide to a new rule is in the file that it names")
    void snippets() throws IOException {
        Matcher shown = SHOWN.matcher(read(ROOT.resolve("docs").resolve("EXTENDING.md")));
        int snippets = 0;
        while (shown.find()) {
            snippets++;
            assertThat(words(read(ROOT.resolve(shown.group(1)))))
                    .as(shown.group())
                    .contains(words(shown.group(2)));
        }
        assertThat(snippets).isGreaterThanOrEqualTo(6);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
