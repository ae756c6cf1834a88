package org.countersign.client.cli.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A usage file as {@code launcher/usage.sh} reads it. */
record UsageFile(
        String file,
        String command,
        String summary,
        String runs,
        String needs,
        List<String> arguments,
        List<Option> options,
        List<String> examples) {

    /** An option line. */
    record Option(List<String> names, String value, String occurs, String description) {}

    static Path home() {
        return Path.of(System.getProperty("countersign.home"));
    }

    static Path directory() {
        return home().resolve("launcher").resolve("usage");
    }

    static List<UsageFile> all() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> !file.endsWith("countersign.txt"))
                    .sorted()
                    .map(UsageFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UsageFile read(Path path) {
        List<String> lines = lines(path);
        return new UsageFile(
                path.getFileName().toString().replace(".txt", ""),
                one(lines, "command"),
                one(lines, "summary"),
                one(lines, "runs"),
                one(lines, "needs"),
                values(lines, "argument").stream()
                        .map(argument -> argument.split("\\|", 2)[0])
                        .toList(),
                values(lines, "option").stream().map(UsageFile::option).toList(),
                values(lines, "example"));
    }

    static List<String> sections() {
        return values(lines(directory().resolve("countersign.txt")), "section");
    }

    private static Option option(String line) {
        String[] parts = line.split("\\|", 4);
        return new Option(List.of(parts[0].split(",")), parts[1], parts[2], parts[3]);
    }

    private static String one(List<String> lines, String key) {
        return values(lines, key).stream().findFirst().orElse("");
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .toList();
    }

    /** The lines before the free text, with included files in their place. */
    private static List<String> lines(Path path) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path)) {
                if (line.equals("text:")) {
                    break;
                }
                if (line.startsWith("include: ")) {
                    lines.addAll(lines(directory().resolve(line.substring("include: ".length()) + ".options")));
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
