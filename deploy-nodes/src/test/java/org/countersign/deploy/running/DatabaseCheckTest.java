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
import java.nio.file.Paths;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCheckTest {
    @TempDir
    Path directory;

    @Test
    void aServerThatDoesNotAnswerIsNamedWithTheMemberThatNeedsIt() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        Path file = directory.resolve("database.conf");
        Files.write(
                file,
                ("include file(\"" + Paths.get("topologies/small.conf").toAbsolutePath() + "\")\n"
                                + "defaults.database { kind = postgres, user = someone, password = secret\n"
                                + "  url = \"jdbc:postgresql://127.0.0.1:" + nobody + "/ledger\" }\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(
                        () -> DatabaseCheck.requireReachable(Topology.read(file).getMembers()))
                .isInstanceOfSatisfying(OperatorException.class, error -> {
                    assertThat(error.getCode()).isEqualTo(OperatorException.Code.DATABASE_REFUSED);
                    assertThat(error.getRemedy()).contains("url, user and password of custodian");
                })
                .hasMessageStartingWith(
                        "The database of custodian, jdbc:postgresql://127.0.0.1:" + nobody + "/ledger, cannot be used")
                .hasMessageNotContaining("secret");
    }

    @Test
    void membersWithAFileOfTheirOwnNeedNoServer() {
        assertThatCode(() -> DatabaseCheck.requireEmpty(
                        Topology.read(Paths.get("topologies/small.conf")).getMembers()))
                .doesNotThrowAnyException();
    }
}
