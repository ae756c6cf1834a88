package org.countersign.deploy.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
    @TempDir
    Path directory;

    @Test
    void clientsFindEverythingInTheFileAndOnlyTheOwnerCanReadIt() throws IOException {
        Topology demo = Topology.read(Paths.get("topologies/demo.conf"));
        StateDirectory state = StateDirectory.of(directory, "demo");
        PrivateFiles.makeDirectories(state.getPath());
        new NetworkFile(demo, state).write();

        Config network = ConfigFactory.parseFile(state.getNetworkFile().toFile());
        assertThat(network.getString("format")).isEqualTo("countersign-network/1");
        assertThat(network.getString("trustRoot")).isEqualTo(state.getPath() + "/trust/root.pem");
        assertThat(network.getString("notary")).isEqualTo("O=Notary Cluster, L=London, C=GB");
        assertThat(network.getConfigList("members")).hasSize(10);
        Config issuer = network.getConfigList("members").get(6);
        assertThat(issuer.getString("id")).isEqualTo("issuer-bank");
        assertThat(issuer.getStringList("roles")).containsExactly("issuer");
        assertThat(issuer.getString("rpcAddress")).isEqualTo("127.0.0.1:10261");
        assertThat(issuer.getString("rpcUser")).isEqualTo("operator");
        assertThat(issuer.getString("rpcPasswordFile")).endsWith("/nodes/issuer-bank/rpc-password");
        assertThat(network.getConfigList("committees").get(4).getString("aspect"))
                .isEqualTo("OWNERSHIP");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.getNetworkFile())))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("network.json")).hasSameTextualContentAs(state.getNetworkFile());
    }
}
