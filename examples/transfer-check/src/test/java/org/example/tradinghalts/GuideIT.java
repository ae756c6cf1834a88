package org.example.tradinghalts;

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

/** What docs/how-to/write-a-check.md shows of this module is what is in it. */
class GuideIT {
    // A block that says which file it is from.
    private static final Pattern SHOWN = Pattern.compile("```\\w+ (src/\\S+|pom\\.xml)\n(.*?)```", Pattern.DOTALL);

    @Test
    @DisplayName("every snippet of the guide is in the file that it names")
    void snippets() throws IOException {
        Matcher shown = SHOWN.matcher(read(Paths.get("..", "..", "docs", "how-to", "write-a-check.md")));
        int snippets = 0;
        while (shown.find()) {
            snippets++;
            assertThat(words(read(Paths.get(shown.group(1))))).as(shown.group()).contains(words(shown.group(2)));
        }
        assertThat(snippets).isGreaterThanOrEqualTo(5);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
