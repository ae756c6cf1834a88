package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** An environment in which the clock of every process is shifted, by libfaketime. */
final class ShiftedClock {
    /** How faketime.sh ends where there is no way to get the library. */
    private static final int NOT_TO_BE_HAD = 3;

    private final Path library;

    private ShiftedClock(Path library) {
        this.library = library;
    }

    /**
     * Finds the library that shifts the clock, or fetches it. The test is skipped only where it is neither installed
     * nor to be had from apt; on a Debian-family machine a failure to get it is a failure of the test.
     */
    static ShiftedClock ofThisMachine() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Paths.get("src/test/scripts/faketime.sh").toAbsolutePath().toString());
        Path out = Files.createTempFile("faketime", ".txt");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exitCode = process.waitFor();
        Assumptions.assumeTrue(
                exitCode != NOT_TO_BE_HAD,
                "libfaketime is not installed, and only on a machine of the Debian family would it be fetched");
        assertThat(exitCode)
                .as("faketime.sh, which finds or fetches libfaketime; installing libfaketime by hand helps too")
                .isZero();
        return new ShiftedClock(Paths.get(new String(Files.readAllBytes(out), StandardCharsets.UTF_8).trim()));
    }

    /** The environment in which it is so much later than it is. */
    Map<String, String> by(Duration shift) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("FAKETIME", "+" + shift.getSeconds());
        // Java waits on the monotonic clock; shifted too, its waits would end at once or never.
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return environment;
    }
}
