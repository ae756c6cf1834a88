package org.countersign.deploy.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The processes of this machine, as Linux shows them below {@code /proc}. */
final class ProcessTable {
    private static final Path PROC = Paths.get("/proc");
    /** Linux counts start times in hundredths of a second, whatever its own clock ticks in. */
    private static final int TICKS_PER_SECOND = 100;
    /** Of the fields after the name in parentheses, the one that counts ticks from boot to start. */
    private static final int START_FIELD = 19;

    private ProcessTable() {}

    /** The arguments that a process was started with; nothing if there is no such process. */
    static List<String> arguments(long pid) {
        try {
            String line = text(PROC.resolve(pid + "/cmdline"));
            return Arrays.asList(line.split("\0"));
        } catch (IOException e) {
            // It has ended, perhaps just now.
            return Collections.emptyList();
        }
    }

    /** The ids of all processes. */
    static List<Long> all() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("The processes of this machine cannot be listed; is it Linux?", e);
        }
        return pids;
    }

    /** The memory that a process occupies, in bytes. */
    static Optional<Long> residentBytes(long pid) {
        try {
            for (String line : text(PROC.resolve(pid + "/status")).split("\n")) {
                if (line.startsWith("VmRSS:")) {
                    return Optional.of(Long.parseLong(line.replaceAll("[^0-9]", "")) << 10);
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** How long a process has been running. */
    static Optional<Duration> uptime(long pid) {
        try {
            String status = text(PROC.resolve(pid + "/stat"));
            String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
            double started = Double.parseDouble(fields[START_FIELD]) / TICKS_PER_SECOND;
            double now = Double.parseDouble(text(PROC.resolve("uptime")).split(" ")[0]);
            return Optional.of(Duration.ofMillis(Math.max(0, Math.round((now - started) * 1000))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sends a signal to a process; one that has ended meanwhile is not an error. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        // The shell's own kill: the program of that name is not on every machine.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null")
                .start()
                .waitFor();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
