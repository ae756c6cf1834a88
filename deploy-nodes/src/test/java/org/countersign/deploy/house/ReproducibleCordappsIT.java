package org.countersign.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CorDapp jars: the same source gives the same bytes, and what nodes load is signed and says what it is. */
class ReproducibleCordappsIT {
    private static final List<String> CORDAPPS = Arrays.asList("contracts/ledger", "workflows", "oracles");
    private static final Set<String> LEFT_OUT =
            new HashSet<>(Arrays.asList("target", ".git", ".countersign", "node_modules", "logs"));
    private static final long BUILD_MINUTES = 15;

    // The module's own directory is the working directory of its tests.
    private static final Path ROOT = Paths.get("..").toAbsolutePath().normalize();

    @Test
    void aSecondBuildInAnotherDirectoryGivesTheSameBytes(@TempDir Path elsewhere) throws Exception {
        Path copy = elsewhere.resolve("a-directory-of-another-name");
        copySources(copy);
        build(copy, elsewhere.resolve("build.log"));
        for (String cordapp : CORDAPPS) {
            Path first = unsigned(ROOT.resolve(cordapp));
            Path second = unsigned(copy.resolve(cordapp));
            assertThat(Files.readAllBytes(second)).as(cordapp).isEqualTo(Files.readAllBytes(first));
        }
    }

    @Test
    void everyEntryIsSignedAndTheManifestNamesTheCordapp() throws Exception {
        for (String cordapp : CORDAPPS) {
            Path signed = onlyJar(ROOT.resolve(cordapp).resolve("target"));
            try (JarFile jar = new JarFile(signed.toFile(), true)) {
                Manifest manifest = jar.getManifest();
                String kind = cordapp.startsWith("contracts") ? "Contract" : "Workflow";
                for (String attribute : Arrays.asList("Name", "Version", "Vendor", "Licence")) {
                    assertThat(manifest.getMainAttributes().getValue("Cordapp-" + kind + "-" + attribute))
                            .as(cordapp + " " + attribute)
                            .isNotBlank();
                }
                assertThat(manifest.getMainAttributes().getValue("Target-Platform-Version"))
                        .isEqualTo("12");
                for (JarEntry entry : jar.stream().collect(Collectors.toList())) {
                    if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                        readFully(jar, entry);
                        assertThat(entry.getCodeSigners()).as(entry.getName()).isNotEmpty();
                    }
                }
            }
        }
    }

    private static void readFully(JarFile jar, JarEntry entry) throws IOException {
        byte[] buffer = new byte[8192];
        try (java.io.InputStream in = jar.getInputStream(entry)) {
            int read;
            do {
                read = in.read(buffer);
            } while (read >= 0);
        }
    }

    private static Path unsigned(Path module) throws IOException {
        return onlyJar(module.resolve("target/unsigned"));
    }

    private static Path onlyJar(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).collect(Collectors.toList());
            assertThat(jars).as("The jar in " + directory).hasSize(1);
            return jars.get(0);
        }
    }

    private static void build(Path copy, Path log) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "mvn",
                "-B",
                "-q",
                "-o",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Dcheckstyle.skip",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-pl",
                String.join(",", CORDAPPS),
                "-am",
                "package");
        builder.environment().put("JAVA_HOME", System.getProperty("build.java.home"));
        builder.environment().put("LC_ALL", "tr_TR.UTF-8");
        builder.environment().put("TZ", "Pacific/Kiritimati");
        builder.directory(copy.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES);
        process.destroy();
        assertThat(ended && process.exitValue() == 0)
                .as(new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8))
                .isTrue();
    }

    private static void copySources(Path copy) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(ROOT.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                try {
                    // A work tree's .git can be a file.
                    if (!LEFT_OUT.contains(file.getFileName().toString())) {
                        Files.copy(file, copy.resolve(ROOT.relativize(file).toString()));
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
