package org.countersign.client.cli.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The countersign script, copied without anything that could be built, on a machine without Java and Maven. */
final class Script {
    private final Path home;
    private final Path tools;

    private Script(Path home, Path tools) {
        this.home = home;
        this.tools = tools;
    }

    /** How a call ended. */
    record Call(int exitCode, String out, String err) {}

    static Script copiedTo(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("a clone"));
        copy(UsageFile.home().resolve("countersign"), home.resolve("countersign"));
        copy(UsageFile.home().resolve("pom.xml"), home.resolve("pom.xml"));
        try (Stream<Path> files = Files.walk(UsageFile.home().resolve("launcher"))) {
            for (Path file : files.toList()) {
                copy(file, home.resolve(UsageFile.home().relativize(file).toString()));
            }
        }
        // What the script may use before it builds. A java or mvn is deliberately not among it.
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : List.of(
                "bash",
                "env",
                "basename",
                "dirname",
                "readlink",
                "sed",
                "head",
                "tail",
                "tr",
                "grep",
                "cat",
                "mkdir",
                "touch",
                "find",
                "flock",
                "mv",
                "sleep",
                "uname")) {
            for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                Path found = place.resolve(tool);
                if (Files.isExecutable(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return new Script(home, tools);
    }

    Path home() {
        return home;
    }

    Path tools() {
        return tools;
    }

    Call call(String... words) {
        return call(home.resolve("countersign"), Map.of(), words);
    }

    Call call(Path script, Map<String, String> variables, String... words) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.getParent().toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", home.getParent().toString());
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            return new Call(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else {
            Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
