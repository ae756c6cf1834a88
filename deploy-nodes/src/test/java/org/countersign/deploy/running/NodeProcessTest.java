package org.countersign.deploy.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.NodeDirectory;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProcessTest {
    @TempDir
    Path directory;

    private NodeDirectory node;
    private NodeProcess process;
    private Process child;

    @BeforeEach
    void prepare() throws IOException {
        Member member = Topology.read(Paths.get("topologies/small.conf")).member("dealer-a");
        node = StateDirectory.of(directory, "small").node(member);
        PrivateFiles.makeDirectories(node.getPath());
        process = new NodeProcess(member, node);
    }

    @AfterEach
    void end() {
        if (child != null) {
            child.destroyForcibly();
        }
    }

    @Test
    void withoutAFileThereIsNoProcess() {
        assertThat(process.findPid()).isEmpty();
    }

    @Test
    void aProcessThatIsSomethingElseIsNotTakenForTheNode() throws IOException, InterruptedException {
        String self = ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
        PrivateFiles.write(node.getPidFile(), self + "\n");
        assertThat(process.findPid()).isEmpty();
        process.askToEnd();
        assertThat(process.awaitEnd()).isFalse();
        assertThat(node.getPidFile()).doesNotExist();
    }

    @Test
    void anIdThatNobodyHasIsNoProcess() throws IOException {
        PrivateFiles.write(node.getPidFile(), "999999999\n");
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void aFileThatHoldsNoIdIsReported() throws IOException {
        PrivateFiles.write(node.getPidFile(), "nonsense\n");
        assertThatThrownBy(process::findPid)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("dealer-a");
    }

    @Test
    void theProcessOfTheNodeIsFoundMeasuredAndEnded() throws IOException, InterruptedException {
        startMarked("sleep 60");
        long pid = process.findPid().orElseThrow(() -> new AssertionError("not found"));
        assertThat(ProcessTable.residentBytes(pid))
                .hasValueSatisfying(bytes -> assertThat(bytes).isPositive());
        assertThat(ProcessTable.uptime(pid))
                .hasValueSatisfying(time -> assertThat(time.getSeconds()).isBetween(0L, 60L));
        process.askToEnd();
        assertThat(process.awaitEnd()).isFalse();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void aNodeThatSaysSoIsReady() throws IOException {
        PrivateFiles.makeDirectories(node.getLogs());
        Files.write(node.getConsole(), "Node for \"Dealer A\" start".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(process.saysReady()).isFalse();
        PrivateFiles.write(node.getConsole(), "Node for \"Dealer A\" started up and registered in 9.1 sec\n");
        assertThat(process.saysReady()).isTrue();
    }

    /** A shell that carries the mark of the node among its arguments and runs a command without becoming it. */
    private void startMarked(String command) throws IOException, InterruptedException {
        child = new ProcessBuilder(
                        "sh",
                        "-c",
                        "echo $$ > \"$0\"; trap 'exit 0' TERM; " + command + " & wait $!",
                        node.getPidFile().toString(),
                        NodeProcess.mark(node))
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!process.isRunning()) {
            assertThat(System.nanoTime()).as("time to start").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
