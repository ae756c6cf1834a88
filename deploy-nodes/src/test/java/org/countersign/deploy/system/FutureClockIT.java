package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TransactionView;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A network with its own trust root lives beyond the day on which Corda's development certificates end. */
class FutureClockIT {
    /** The last day of the certificates that come with Corda 4.10. */
    private static final Instant END_OF_DEVELOPMENT_CERTIFICATES = Instant.parse("2027-05-20T23:59:59Z");

    /** How faketime.sh ends where there is no way to get the library. */
    private static final int NOT_TO_BE_HAD = 3;

    private static final Duration BEYOND = Duration.ofDays(60);

    @Test
    void anIssueAndATransferWorkAfterTheEndOfTheDevelopmentCertificates() throws Exception {
        Path library = faketime();
        try (SystemNetwork network = new SystemNetwork("src/test/topologies/future-test.conf").upFresh()) {
            network.down();
            network.up(clockShiftedBy(library, shift()));

            network.register("FUTURE", "1000");
            network.issue("FUTURE", "100", "dealer-a");
            SystemNetwork.await(
                    "the dealer holds what was issued",
                    () -> network.held("dealer-a", "FUTURE").compareTo(new BigDecimal("100")) == 0);
            TransactionReceipt moved = network.transfer("dealer-a", "FUTURE", "40", "issuer-bank");
            SystemNetwork.await(
                    "the bank holds what was transferred",
                    () -> network.held("issuer-bank", "FUTURE").compareTo(new BigDecimal("40")) == 0);

            TransactionView view = network.run("dealer-a", ShowTransactionFlow.class, moved.getTransactionId());
            assertThat(view.getWindowFrom()).isAfter(END_OF_DEVELOPMENT_CERTIFICATES);
        }
    }

    private static Duration shift() {
        return Duration.between(Instant.now(), END_OF_DEVELOPMENT_CERTIFICATES).plus(BEYOND);
    }

    /**
     * The library that shifts the clock. The test is skipped only where it is neither installed nor to be had from apt;
     * on a Debian-family machine a failure to get it is a failure of the test.
     */
    private static Path faketime() throws Exception {
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
        return Paths.get(new String(Files.readAllBytes(out)).trim());
    }

    private static Map<String, String> clockShiftedBy(Path library, Duration shift) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("FAKETIME", "+" + shift.getSeconds());
        // Java waits on the monotonic clock; shifted too, its waits would end at once or never.
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return environment;
    }
}
