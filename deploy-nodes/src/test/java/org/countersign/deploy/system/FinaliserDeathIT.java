package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.deploy.halting.HaltingFinaliser;
import org.countersign.workflows.holding.TransferFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A registrar's process dies between the notary's signature and anybody else's knowledge of it, and the seller's with
 * it. Times are those that the settings have by default.
 */
class FinaliserDeathIT {
    private static final Path HALTING = Paths.get("target/halting-cordapp.jar");
    private static final Duration PROMISED = Duration.ofMinutes(1);
    private static final List<String> REGISTRARS = Arrays.asList("authority-1", "authority-2", "authority-3");
    private static final BigDecimal ALL = new BigDecimal("100");
    private static final BigDecimal SOLD = new BigDecimal("40");

    private static SystemNetwork network;

    @BeforeAll
    static void startNetwork() throws Exception {
        CordappJar.pack(HALTING, HaltingFinaliser.class);
        network = new SystemNetwork("src/test/topologies/halting-test.conf").upFresh();
    }

    @AfterAll
    static void stopNetwork() throws Exception {
        network.close();
    }

    @Test
    @Tag("attack-16")
    @DisplayName("A transfer that only its dead finaliser and its dead seller knew of is everybody's within a minute")
    void aNotarisedTransferIsCompletedWithinAMinute() throws Exception {
        network.register("HALT", "100");
        network.issue("HALT", "100", "dealer-a");
        for (String registrar : REGISTRARS) {
            SystemNetwork.await(registrar + " knows the issue", () -> isObserved(registrar, ALL));
        }
        String seller = network.pidOf("dealer-a");
        for (String registrar : REGISTRARS) {
            Files.createFile(order(registrar));
        }
        network.rpc("dealer-a")
                .startFlowDynamic(TransferFlow.Initiator.class, "HALT", SOLD, network.party("dealer-a", "dealer-b"));
        SystemNetwork.await("a registrar has died with the notary's signature", () -> dead() != null);
        long begin = System.nanoTime();
        String dead = dead();
        network.lost(dead);
        network.kill("dealer-a", seller);
        for (String registrar : REGISTRARS) {
            Files.deleteIfExists(order(registrar));
        }

        awaitHeld("dealer-b", SOLD);
        for (String registrar : REGISTRARS) {
            if (!registrar.equals(dead)) {
                awaitObserved(registrar);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).isLessThan(PROMISED);

        // The dead come back, and have it too, once.
        network.up(Collections.emptyMap());
        awaitHeld("dealer-a", ALL.subtract(SOLD));
        awaitObserved(dead);
        SystemNetwork.await("the seller reaches the buyer again and sells the rest", FinaliserDeathIT::sellRest);
        awaitHeld("dealer-b", ALL);
    }

    // A node tries a peer that was down again with pauses that grow to a minute, longer than a seller waits.
    private static boolean sellRest() {
        try {
            network.transfer("dealer-a", "HALT", "60", "dealer-b");
            return true;
        } catch (IllegalStateException failed) {
            if (!failed.getMessage().contains("Dealer B has not answered")) {
                throw failed;
            }
            return false;
        }
    }

    private static Path order(String registrar) {
        return network.directory().resolve("nodes/" + registrar + "/" + HaltingFinaliser.ORDER);
    }

    /** The registrar that has carried out its order, or null. */
    private static String dead() {
        for (String registrar : REGISTRARS) {
            if (!Files.exists(order(registrar))) {
                return registrar;
            }
        }
        return null;
    }

    private static void awaitHeld(String member, BigDecimal quantity) {
        SystemNetwork.await(
                member + " holds " + quantity,
                () -> network.held(member, "HALT").compareTo(quantity) == 0);
    }

    /** Waits until a registrar has the transfer in its register, and has nothing twice. */
    private static void awaitObserved(String registrar) {
        SystemNetwork.await(
                registrar + " knows the transfer",
                () -> network.observed(registrar, "HALT", "dealer-b").compareTo(SOLD) == 0);
        assertThat(network.observed(registrar, "HALT")).isEqualByComparingTo(ALL);
    }

    private static boolean isObserved(String registrar, BigDecimal quantity) {
        return network.observed(registrar, "HALT").compareTo(quantity) == 0;
    }
}
