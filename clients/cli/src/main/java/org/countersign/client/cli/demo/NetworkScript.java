package org.countersign.client.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** Starts and stops the network by the same script that a user calls. */
final class NetworkScript {
    private final Path script;
    private final PrintStream audience;

    /**
     * Names the script.
     *
     * @param home the directory of the {@code countersign} script
     * @param audience where its output is shown
     */
    NetworkScript(Path home, PrintStream audience) {
        this.script = home.resolve("countersign");
        this.audience = audience;
    }

    /**
     * Runs the script and waits for its end.
     *
     * @param words the command line
     * @throws Failure if it ends with another code than 0
     */
    void run(String... words) {
        audience.println();
        audience.println("   $ ./countersign " + Stage.typed(List.of(words)));
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                output.lines().forEach(line -> audience.println("     " + line));
            }
            int code = process.waitFor();
            if (code != 0) {
                throw failed(words, "it ended with exit code " + code, null);
            }
        } catch (IOException e) {
            throw failed(words, "it could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(words, "the demonstration was interrupted", e);
        }
    }

    private static Failure failed(String[] words, String why, Exception cause) {
        return new Failure(
                FailureCode.DEMO_FAILED,
                "'" + Stage.typed(List.of(words)) + "' did not come out as told: " + why + ".",
                "What it said is above; see also ./countersign status.",
                cause);
    }
}
