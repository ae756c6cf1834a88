package org.countersign.client.cli.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpcNodeConnectorTest {
    @TempDir
    private Path directory;

    @Test
    void aNodeThatIsNotThereIsReportedWithItsAddressAndTheRemedy() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Member member = member(port, directory.resolve("password"));

        assertThatThrownBy(() -> new RpcNodeConnector(RpcNodeConnector.PATIENCE).connect(member))
                .hasMessage("Member dealer-a does not answer at 127.0.0.1:" + port + ".")
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.code()).isEqualTo(FailureCode.NETWORK_DOWN);
                    assertThat(failure.remedy()).contains("./countersign up");
                });
    }

    @Test
    void aPasswordThatCannotBeReadIsReported() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Member member = member(socket.getLocalPort(), directory.resolve("missing"));

            assertThatThrownBy(() -> new RpcNodeConnector(RpcNodeConnector.PATIENCE).connect(member))
                    .hasMessageContaining("missing")
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.ACCESS_DENIED));
        }
    }

    @Test
    void aProcessThatAcceptsConnectionsAndSaysNothingIsReportedAsNotAnswering() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "secret");
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Member member = member(socket.getLocalPort(), password);

            assertThatThrownBy(() -> new RpcNodeConnector(Duration.ofSeconds(1)).connect(member))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.NETWORK_DOWN));
        }
    }

    private static Member member(int port, Path password) {
        return new Member(
                "dealer-a",
                new CordaX500Name("Dealer A", "London", "GB"),
                List.of(),
                "127.0.0.1:" + port,
                "operator",
                password);
    }
}
