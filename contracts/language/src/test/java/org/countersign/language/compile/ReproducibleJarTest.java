package org.countersign.language.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.language.Sources;
import org.countersign.language.TestRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the same sources in processes of their own that have nothing else in common. */
class ReproducibleJarTest {
    @Test
    @DisplayName("The same source gives the same bytes in another locale, zone and directory, and on another JDK")
    void theSameSourceGivesTheSameBytes(@TempDir Path one, @TempDir Path two) throws Exception {
        List<String> here = new ArrayList<>();
        for (String name : Sources.SECURITIES) {
            here.add(Compiled.source(TestRules.catalogue(), Sources.security(name))
                    .getJarDigest());
        }

        List<List<String>> there = new ArrayList<>();
        there.add(compile(java(System.getProperty("java.home")), one, "tr", "TR", "Pacific/Kiritimati"));
        there.add(compile(java(System.getProperty("java.home")), two, "ar", "EG", "America/Los_Angeles"));
        for (Path other : otherJdks()) {
            there.add(compile(other, two, "hi", "IN", "Asia/Kathmandu"));
        }

        assertThat(there).allSatisfy(digests -> assertThat(digests).isEqualTo(here));
    }

    private static Path java(String home) {
        return Paths.get(home, "bin", "java");
    }

    // Whichever Java the machine has besides the one that the tests run on.
    private static List<Path> otherJdks() {
        List<Path> found = new ArrayList<>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            Path candidate = Paths.get(directory, "java");
            if (found.isEmpty() && Files.isExecutable(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static List<String> compile(Path java, Path directory, String language, String country, String zone)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList(
                java.toString(),
                "-Xmx256m",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + (zone.startsWith("Asia") ? "ISO-8859-1" : "UTF-16"),
                "-cp",
                System.getProperty("java.class.path"),
                DigestPrinter.class.getName()));
        for (String name : Sources.SECURITIES) {
            Path copy = directory.resolve("copy-of-" + name);
            Files.copy(Sources.resource("securities").resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
            command.add(copy.getFileName().toString());
        }
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String printed = new String(Files.readAllBytes(output), StandardCharsets.US_ASCII);
        assertThat(process.exitValue()).as(printed).isZero();
        try (Stream<String> lines = Arrays.stream(printed.split("\n"))) {
            return lines.collect(Collectors.toList());
        }
    }

    /** The program of those processes. */
    static final class DigestPrinter {
        private DigestPrinter() {}

        public static void main(String[] files) throws IOException {
            StringBuilder digests = new StringBuilder();
            for (String file : files) {
                String text = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
                digests.append(Compiled.source(TestRules.catalogue(), text).getJarDigest())
                        .append('\n');
            }
            System.out.write(digests.toString().getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
        }
    }
}
