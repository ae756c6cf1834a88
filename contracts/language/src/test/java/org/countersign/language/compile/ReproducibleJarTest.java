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
import org.countersign.language.check.Catalogue;
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
            here.add(Compiled.source(Catalogue.ofLedger(), Sources.security(name))
                    .getJarDigest());
        }

        List<List<String>> there = new ArrayList<>();
        there.add(compile(java(System.getProperty("java.home")), one, "tr", "TR", "Pacific/Kiritimati"));
        there.add(compile(java(System.getProperty("java.home")), two, "ar", "EG", "America/Los_Angeles"));
        there.add(compile(otherJdk(), two, "hi", "IN", "Asia/Kathmandu"));

        assertThat(there).allSatisfy(digests -> assertThat(digests).isEqualTo(here));
    }

    private static Path java(String home) {
        return Paths.get(home, "bin", "java");
    }

    // A Java that the machine has besides the one that the tests run on, and of another version.
    private static Path otherJdk() throws IOException {
        List<String> directories = new ArrayList<>(
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":")));
        directories.add(System.getenv().getOrDefault("JAVA_HOME", "") + "/bin");
        List<String> seen = new ArrayList<>();
        for (String directory : directories) {
            Path candidate = Paths.get(directory, "java");
            if (Files.isExecutable(candidate)) {
                String version = version(candidate.toRealPath());
                seen.add(version);
                if (!version.isEmpty() && !version.equals(System.getProperty("java.version"))) {
                    return candidate;
                }
            }
        }
        throw new AssertionError("No other Java than version " + System.getProperty("java.version")
                + " is on the path; these are there: " + seen);
    }

    // As the file says that every JDK has in its home; empty if it does not.
    private static String version(Path java) throws IOException {
        for (Path home = java.getParent(); home != null; home = home.getParent()) {
            Path release = home.resolve("release");
            if (Files.isRegularFile(release)) {
                for (String line : Files.readAllLines(release, StandardCharsets.UTF_8)) {
                    if (line.startsWith("JAVA_VERSION=")) {
                        return line.substring("JAVA_VERSION=".length()).replace("\"", "");
                    }
                }
            }
        }
        return "";
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
                digests.append(Compiled.source(Catalogue.ofLedger(), text).getJarDigest())
                        .append('\n');
            }
            System.out.write(digests.toString().getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
        }
    }
}
