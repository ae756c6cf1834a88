package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Networks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of commands have in common that ask a member's node: the nodes are made up, and no connection is left. */
abstract class CommandsWithFakeNodes {
    @TempDir
    Path directory;

    final FakeNodes nodes = new FakeNodes();
    Session session;

    @BeforeEach
    void describeTheNetwork() throws IOException {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        session = new Session(
                directory,
                Map.of(Session.NETWORK_VARIABLE, Networks.file(directory).toString()),
                nodes,
                Commands::run,
                stream,
                stream);
    }

    @AfterEach
    void everyConnectionIsClosed() {
        assertThat(nodes.open()).isZero();
    }

    final Outcome run(String... words) {
        return Commands.run(session, List.of(words));
    }

    static JsonNode document(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(Json.write(outcome.answer().document()));
    }
}
