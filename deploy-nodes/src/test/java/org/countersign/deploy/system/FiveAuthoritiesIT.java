package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.countersign.deploy.garbage.GarbageAnswers;
import org.countersign.workflows.WorkflowException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Committees of five with a threshold of three tolerate two members that are dead or lie. Authority Five answers every
 * request with garbage from the beginning.
 */
class FiveAuthoritiesIT {
    private static final int TRANSFERS = 40;
    private static final Path GARBAGE = Paths.get("target/garbage-cordapp.jar");

    private static SystemNetwork network;

    private final List<String> strangers = new ArrayList<>();
    private int moved;

    @BeforeAll
    static void startNetwork() throws Exception {
        CordappJar.pack(GARBAGE, GarbageAnswers.class);
        network = new SystemNetwork("src/test/topologies/five-test.conf").upFresh();
    }

    @AfterAll
    static void stopNetwork() throws Exception {
        network.close();
    }

    @Test
    @Tag("attack-16")
    @DisplayName("Two of five authorities are killed with -9 in mid-stream and one sends garbage: all valid transfers"
            + " complete while three are honest, and no invalid one does")
    void twoOfFiveMayDieOrLie() throws Exception {
        network.register("FIVE", "1000");
        network.issue("FIVE", "1000", "dealer-a");
        awaitHeld("dealer-a", "1000");

        for (int number = 1; number <= TRANSFERS; number++) {
            CompletableFuture<Void> killed = CompletableFuture.completedFuture(null);
            if (number == TRANSFERS / 4) {
                killed = network.killDuringTransfer("authority-1");
            } else if (number == TRANSFERS / 2) {
                // The liar: with it two are dead, and three are honest still.
                killed = network.killDuringTransfer("authority-5");
            }
            // A valid transfer that does not complete is thrown, and fails the test with its reason.
            network.transfer("dealer-a", "FIVE", "1", "dealer-b");
            moved++;
            killed.join();
            if (number % 8 == 0) {
                tryInvalidTransfer();
            }
        }
        assertThat(moved).isEqualTo(TRANSFERS);
        assertThat(strangers).hasSize(TRANSFERS / 8).allMatch(refusal -> refusal.contains("not an admitted holder"));
        assertLedger();

        // Beyond what the committee tolerates nothing moves, and the proposer is told why.
        network.kill("authority-2", network.pidOf("authority-2"));
        String refusal = refusal("dealer-b");
        assertThat(refusal).contains("identity").contains("No answer from");
        assertLedger();

        // The dead come back, the liar with them: four are honest.
        network.up(Collections.emptyMap());
        network.transfer("dealer-a", "FIVE", "1", "dealer-b");
        moved++;
        assertLedger();
        for (String registrar : new String[] {"authority-1", "authority-2", "authority-3", "authority-4"}) {
            SystemNetwork.await(
                    registrar + " has the whole register",
                    () -> network.observed(registrar, "FIVE").compareTo(new BigDecimal("1000")) == 0);
        }
    }

    private void tryInvalidTransfer() {
        strangers.add(refusal("regulator"));
        assertThat(network.held("regulator", "FIVE")).isEqualByComparingTo("0");
    }

    private static String refusal(String buyer) {
        try {
            network.transfer("dealer-a", "FIVE", "1", buyer);
        } catch (IllegalStateException refused) {
            assertThat(refused.getCause()).isInstanceOf(WorkflowException.class);
            return refused.getCause().getMessage();
        }
        throw new AssertionError("The transfer to " + buyer + " completed");
    }

    private void assertLedger() {
        awaitHeld("dealer-b", Integer.toString(moved));
        awaitHeld("dealer-a", Integer.toString(1000 - moved));
    }

    private static void awaitHeld(String member, String quantity) {
        BigDecimal expected = new BigDecimal(quantity);
        SystemNetwork.await(
                member + " holds " + quantity,
                () -> network.held(member, "FIVE").compareTo(expected) == 0);
        assertThat(network.held(member, "FIVE")).isEqualByComparingTo(expected);
    }
}
