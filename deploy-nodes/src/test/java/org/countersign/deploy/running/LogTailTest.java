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
}
