package org.countersign.deploy.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {
    @TempDir
    Path directory;

    @Test
    void aPortThatSomebodyListensOnIsNamedWithItsPurposeAndMember() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Topology topology = topologyWithRpcPort(busy.getLocalPort());
            assertThat(PortCheck.answers(busy.getLocalPort())).isTrue();
            assertThatThrownBy(() -> PortCheck.requireFree(topology, topology.getMembers()))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("port " + busy.getLocalPort() + " (rpc of custodian)");
        }
    }

    @Test
    void freePortsAreNoProblem() throws IOException {
        int port;
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = busy.getLocalPort();
        }
        Topology topology = topologyWithRpcPort(port);
        assertThatCode(() -> PortCheck.requireFree(topology, topology.getMembers()))
                .doesNotThrowAnyException();
        assertThat(PortCheck.answers(port)).isFalse();
    }

    private Topology topologyWithRpcPort(int rpc) throws IOException {
        int[] free = new int[3];
        for (int i = 0; i < free.length; i++) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free[i] = any.getLocalPort();
            }
        }
        String text = "name = ports\n"
                + "members = [{ id = custodian, legalName = \"O=Custodian,L=London,C=GB\", roles = [custodian], ports {"
                + " p2p = " + free[0] + ", rpc = " + rpc + ", rpcAdmin = " + free[1] + ", cluster = " + free[2]
                + " } }]\n"
                + "notary { kind = simple, serviceLegalName = \"O=Notary,L=London,C=GB\", members = [custodian] }\n";
        return Topology.read(Files.write(directory.resolve("ports.conf"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
