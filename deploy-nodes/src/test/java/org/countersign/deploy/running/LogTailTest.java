package org.countersign.deploy.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path directory;

    @Test
    void theLastLinesOfALargeFileAreGivenWhole() throws IOException {
        List<String> all = IntStream.range(0, 20_000)
                .mapToObj(i -> "line " + i + " with ünïcödé to split")
                .collect(Collectors.toList());
        Path file = Files.write(directory.resolve("large.log"), all, StandardCharsets.UTF_8);
        assertThat(LogTail.lastLines(file, 5_000)).isEqualTo(all.subList(15_000, 20_000));
        assertThat(LogTail.lastLines(file, 1)).containsExactly("line 19999 with ünïcödé to split");
    }

    @Test
    void aShortFileIsGivenAsAWhole() throws IOException {
        Path file = Files.write(directory.resolve("short.log"), "one\ntwo".getBytes(StandardCharsets.UTF_8));
        assertThat(LogTail.lastLines(file, 10)).containsExactly("one", "two");
    }

    @Test
    void anEmptyOrMissingFileHasNoLines() throws IOException {
        Path file = Files.createFile(directory.resolve("empty.log"));
        assertThat(LogTail.lastLines(file, 10)).isEmpty();
        assertThat(LogTail.lastLines(directory.resolve("missing.log"), 10)).isEmpty();
    }

    @Test
    void anErrorIsShownFromItsBeginning() throws IOException {
        Path file = write("[INFO ] one\n[ERROR] what went wrong\n\tat somewhere\n\tat elsewhere\n\tat last\n");
        assertThat(LogTail.lastError(file, 0, 3))
                .containsExactly("[ERROR] what went wrong", "\tat somewhere", "\tat elsewhere");
    }

    @Test
    void anErrorOfAnEarlierTimeIsNotShown() throws IOException {
        String earlier = "[ERROR] long ago\n";
        Path file = write(earlier + "one\ntwo\nthree\n");
        assertThat(LogTail.lastError(file, earlier.length(), 2)).containsExactly("two", "three");
    }

    @Test
    void aLogThatWasBegunAnewIsReadFromItsBeginning() throws IOException {
        assertThat(LogTail.lastError(write("one\n"), 1000, 5)).containsExactly("one");
    }

    @Test
    void longLinesAreCut() throws IOException {
        String line = String.join("", java.util.Collections.nCopies(1000, "x"));
        assertThat(LogTail.lastError(write(line + "\n"), 0, 5).get(0))
                .hasSize(301)
                .endsWith("…");
    }

    private Path write(String text) throws IOException {
        return Files.write(directory.resolve("node.log"), text.getBytes(StandardCharsets.UTF_8));
    }
}
