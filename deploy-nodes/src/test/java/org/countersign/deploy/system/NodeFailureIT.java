package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.corda.core.crypto.SecureHash;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.ownership.FinalityUnknownException;
import org.countersign.workflows.register.VerifyRegisterFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network of ten processes, of which some are killed in the middle of their work. */
class NodeFailureIT {
    private static final int TRANSFERS = 50;
    private static final int LEADER_DIES = 15;
    private static final int AUTHORITY_DIES = 30;
    /** What was measured, for whoever wants to quote it. */
    private static final Path REPORT = Paths.get("target", "node-failure.txt");

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final List<String> CLUSTER = Arrays.asList("custodian-1", "custodian-2", "custodian-3");
    private static final List<String> OTHERS =
            Arrays.asList("custodian-1", "custodian-2", "custodian-3", "issuer-bank");

    private static SystemNetwork network;

    @BeforeAll
    static void startNetwork() throws Exception {
        network = new SystemNetwork("src/test/topologies/system-test.conf").upFresh();
    }

    @AfterAll
    static void stopNetwork() throws Exception {
        network.close();
    }

    @Test
    void aStreamOfTransfersSurvivesTheDeathOfTheNotaryLeaderAndOfAnAuthority() throws Exception {
        network.register("STREAM", "1000");
        network.issue("STREAM", "1000", "dealer-a");
        SystemNetwork.await(
                "dealer A holds what was issued",
                () -> network.held("dealer-a", "STREAM").compareTo(new BigDecimal("1000")) == 0);

        Set<SecureHash> completed = new HashSet<>();
        List<String> refused = new ArrayList<>();
        int open = 0;
        long longestPause = 0;
        int slowest = 0;
        for (int number = 1; number <= TRANSFERS; number++) {
            CompletableFuture<Void> killed = CompletableFuture.completedFuture(null);
            if (number == LEADER_DIES) {
                killed = network.killDuringTransfer(network.raftLeader(CLUSTER));
            }
            if (number == AUTHORITY_DIES) {
                killed = network.killDuringTransfer("authority-2");
            }
            long begin = System.nanoTime();
            try {
                TransactionReceipt receipt = network.transfer("dealer-a", "STREAM", "1", "dealer-b");
                assertThat(completed.add(receipt.getTransactionId())).isTrue();
            } catch (IllegalStateException refusal) {
                // A refusal is in order if it says what happened; anything else is a defect.
                assertThat(refusal.getCause()).isInstanceOf(WorkflowException.class);
                refused.add(refusal.getCause().getMessage());
                if (refusal.getCause() instanceof FinalityUnknownException) {
                    open++;
                }
            }
            long pause = System.nanoTime() - begin;
            if (pause > longestPause) {
                longestPause = pause;
                slowest = number;
            }
            killed.join();
        }
        report(String.format(
                Locale.ROOT,
                "%d transfers, notary leader killed during number %d and an authority during number %d: %d completed,"
                        + " %d refused (%d of them with finality unknown), longest pause %d ms (number %d).",
                TRANSFERS,
                LEADER_DIES,
                AUTHORITY_DIES,
                completed.size(),
                refused.size(),
                open,
                TimeUnit.NANOSECONDS.toMillis(longestPause),
                slowest));

        BigDecimal moved = new BigDecimal(completed.size());
        assertThat(completed.size() + refused.size()).isEqualTo(TRANSFERS);
        SystemNetwork.await(
                "every completed transfer has arrived, none twice; refused: " + refused,
                () -> network.held("dealer-b", "STREAM").compareTo(moved) >= 0);
        // What was told to be open may have become final; nothing else may.
        BigDecimal arrived = network.held("dealer-b", "STREAM");
        assertThat(arrived).isBetween(moved, moved.add(new BigDecimal(open)));
        assertThat(network.held("dealer-a", "STREAM")).isEqualByComparingTo(new BigDecimal("1000").subtract(arrived));
        SystemNetwork.await(
                "the register adds up to what was issued",
                () -> network.observed("authority-1", "STREAM").compareTo(new BigDecimal("1000")) == 0);
        assertThat(Duration.ofNanos(longestPause)).isLessThan(LONGEST_PAUSE);
        assertThat(completed).hasSizeGreaterThan(TRANSFERS * 9 / 10);

        // The dead come back, and learn what they missed.
        network.up(Collections.emptyMap());
        SystemNetwork.await(
                "the authority that was dead knows the register",
                () -> network.observed("authority-2", "STREAM").compareTo(new BigDecimal("1000")) == 0);
        network.transfer("dealer-b", "STREAM", "1", "dealer-a");
        SystemNetwork.await(
                "the authority that was dead proves its register equal to those of the others",
                () -> network.run("authority-2", VerifyRegisterFlow.class, "STREAM")
                        .get(0)
                        .holds());
    }

    /** Before anything is asserted: the figures of a run that fails are wanted most. */
    private static void report(String figures) throws IOException {
        System.out.println(figures);
        Files.write(REPORT, Collections.singletonList(figures));
    }

    @Test
    void aTransferIsKnownToThoseConcernedAndToNobodyElse() {
        network.register("DISCRETE", "100");
        network.issue("DISCRETE", "100", "dealer-a");
        TransactionReceipt receipt = network.transfer("dealer-a", "DISCRETE", "40", "dealer-b");
        for (String concerned : Arrays.asList("dealer-a", "dealer-b", "authority-1", "authority-3", "regulator")) {
            SystemNetwork.await(concerned + " holds the transfer", () -> holds(concerned, receipt));
        }
        for (String other : OTHERS) {
            assertThat(network.observed(other, "DISCRETE")).as(other).isEqualByComparingTo("0");
            if (!CLUSTER.contains(other)) {
                // A validating notary has to read what it notarises; nobody else outside does.
                assertThat(holds(other, receipt)).as(other).isFalse();
            }
        }
    }

    private static boolean holds(String member, TransactionReceipt receipt) {
        try {
            network.run(
                    member, org.countersign.workflows.holding.ShowTransactionFlow.class, receipt.getTransactionId());
            return true;
        } catch (IllegalStateException unknown) {
            assertThat(unknown.getCause()).hasMessageContaining("holds no transaction");
            return false;
        }
    }
}
