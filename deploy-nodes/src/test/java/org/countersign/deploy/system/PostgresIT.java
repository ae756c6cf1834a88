package org.countersign.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A network of five processes, of which the dealer's keeps its state in PostgreSQL. */
class PostgresIT {
    private static final String DEALER = "dealer-a";
    private static final String PASSWORD = "correct";

    @Test
    @DisplayName("A node on PostgreSQL receives, transfers, and remembers when it is started again after a kill -9")
    void aNodeOnPostgresqlRemembersWhatItHolds() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("os.arch").equals("amd64"), "The PostgreSQL that the test brings is for amd64 only");
        SystemNetwork network = new SystemNetwork("src/test/topologies/postgres-test.conf");
        try (EmbeddedPostgres server = startServer()) {
            assertThatThrownBy(() -> network.upFresh(access(server, "incorrect")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ended with 1")
                    .hasMessageContaining("The database of dealer-a, " + url(server) + ", cannot be used as dealer_a")
                    .hasMessageContaining("password authentication failed for user \"dealer_a\"")
                    .hasMessageContaining("Check that the server runs and has the database");

            network.upFresh(access(server, PASSWORD));
            try {
                tradeAndRestart(network, server);
            } finally {
                network.close();
            }
            assertThatThrownBy(() -> network.upFresh(access(server, PASSWORD)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("a new network needs an empty one");
        }
    }

    private static void tradeAndRestart(SystemNetwork network, EmbeddedPostgres server) throws Exception {
        assertThat(network.rpc(DEALER).getNetworkParameters().getPackageOwnership())
                .containsOnlyKeys("org.countersign.contracts");
        network.register("POSTGRES", "1000");
        network.issue("POSTGRES", "100", DEALER);
        awaitHeld(network, DEALER, "100");
        network.transfer(DEALER, "POSTGRES", "40", "issuer-bank");
        awaitHeld(network, "issuer-bank", "40");
        assertThat(rowsOf(server, "node_transactions")).isPositive();
        assertThat(network.directory().resolve("nodes/dealer-a/persistence.mv.db"))
                .doesNotExist();

        network.kill(DEALER, network.pidOf(DEALER));
        network.up(access(server, PASSWORD));

        awaitHeld(network, DEALER, "60");
        network.transfer(DEALER, "POSTGRES", "10", "issuer-bank");
        awaitHeld(network, DEALER, "50");
    }

    private static void awaitHeld(SystemNetwork network, String member, String quantity) {
        SystemNetwork.await(
                member + " holds " + quantity,
                () -> network.held(member, "POSTGRES").compareTo(new BigDecimal(quantity)) == 0);
    }

    /** A server of its own, which asks everybody but its administrator for a password. */
    private static EmbeddedPostgres startServer() throws IOException, SQLException {
        Path directory = Paths.get("target", "postgres").toAbsolutePath();
        Path data = directory.resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(data)
                .setServerConfig("lc_messages", "C")
                .start();
        Files.write(
                data.resolve("pg_hba.conf"),
                Arrays.asList("host all postgres all trust", "host all all all scram-sha-256"),
                StandardCharsets.US_ASCII);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role dealer_a login password '" + PASSWORD + "'");
            statement.execute("create database dealer_a owner dealer_a");
            statement.execute("select pg_reload_conf()");
        }
        return server;
    }

    private static long rowsOf(EmbeddedPostgres server, String table) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", "dealer_a", Collections.emptyMap())
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Map<String, String> access(EmbeddedPostgres server, String password) {
        Map<String, String> environment = new HashMap<>();
        environment.put("COUNTERSIGN_TEST_DATABASE_URL", url(server));
        environment.put("COUNTERSIGN_TEST_DATABASE_PASSWORD", password);
        return environment;
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/dealer_a";
    }
}
