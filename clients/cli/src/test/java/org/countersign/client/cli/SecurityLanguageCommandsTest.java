package org.countersign.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Json;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Networks;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.PolicyJar;
import org.countersign.language.compile.Recompilation;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityLanguageCommandsTest {
    private static final String SOURCE = """
            security ACME "ACME plc ordinary shares"
              issuer       "O=ACME plc, L=London, C=GB"
              currency     GBP
              denomination 0.05 GBP
              supply       1,000,000 units

            share

            compliance
              on transfer
                require lock-up-from-issue 40 days

            validation
              attest ownership by "registrars"
            """;

    @TempDir
    private Path directory;

    private final FakeNodes nodes = new FakeNodes();
    private final Map<String, String> environment = new HashMap<>();
    private Path file;

    @BeforeEach
    void writeTheSource() throws IOException {
        file = Files.writeString(directory.resolve("acme.security"), SOURCE);
    }

    @Test
    void aSourceInOrderIsToldAsSuchWithoutANetwork() throws IOException {
        Outcome outcome = run("security", "check", "--", file.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.answer().lines()).containsExactly(file + ": no errors, no warnings.");
        assertThat(document(outcome).path("inOrder").asBoolean()).isTrue();
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceByEveryCommandThatNeedsASource() throws IOException {
        Files.writeString(file, SOURCE.replace("40 days", "40%"));

        for (Outcome outcome : List.of(
                run("security", "check", "--", file.toString()),
                run("security", "explain", "--", file.toString()),
                run("security", "format", "--", file.toString()),
                run("security", "diff", "--", file.toString(), file.toString()),
                run("security", "compile", "--out=" + directory.resolve("x.jar"), "--", file.toString()))) {
            assertThat(outcome.exitCode()).isEqualTo(1);
            JsonNode error = document(outcome).path("errors").path(0);
            assertThat(error.path("kind").asText()).isEqualTo("WRONG_TYPE");
            assertThat(error.path("line").asInt()).isEqualTo(11);
            assertThat(error.path("column").asInt()).isEqualTo(32);
            assertThat(outcome.answer().lines()).contains("                                   ^^^");
        }
        assertThat(directory.resolve("x.jar")).doesNotExist();
    }

    @Test
    void committeesAreLookedUpAtTheMemberThatIsNamed() throws IOException {
        environment.put(Session.NETWORK_VARIABLE, Networks.file(directory).toString());
        nodes.answering(ListCommitteesFlow.class, given -> Collections.emptyList());
        nodes.answering(ListSegmentsFlow.class, given -> Collections.emptyList());

        Outcome outcome = run("security", "check", "--online=authority-1", "--", file.toString());

        assertThat(nodes.asked()).containsOnly("authority-1");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(document(outcome).path("errors").path(0).path("kind").asText())
                .isEqualTo("UNKNOWN_COMMITTEE");
    }

    @Test
    void aSourceIsLaidOutAnewUnlessThatIsOnlyAsked() throws IOException {
        assertThat(run("security", "format", "--check", "--", file.toString()).exitCode())
                .isZero();
        String scattered = SOURCE.replace("  issuer       ", "issuer ");
        Files.writeString(file, scattered);

        assertThat(run("security", "format", "--check", "--", file.toString()).exitCode())
                .isEqualTo(1);
        assertThat(file).hasContent(scattered);
        assertThat(run("security", "format", "--", file.toString()).exitCode()).isZero();
        assertThat(file).hasContent(SOURCE);
    }

    @Test
    void aSourceIsExplainedClauseByClause() {
        assertThat(run("security", "explain", "--", file.toString()).answer().lines())
                .contains(
                        "  One unit has a nominal value of 0.05 GBP. [line 4]",
                        "    the units were issued 40 days ago or earlier [line 11]");
    }

    @Test
    void aChangeIsToldByWhatItMeans() throws IOException {
        Path laxer = Files.writeString(
                directory.resolve("laxer.security"), SOURCE.replace("require lock-up-from-issue 40 days", """
                        require lock-up-from-issue 40 days
                            or operation redeem or quantity-at-least 5 units"""));

        JsonNode document = document(run("security", "diff", "--", file.toString(), laxer.toString()));

        assertThat(document.path("same").asBoolean()).isFalse();
        assertThat(document.path("operations").path("TRANSFER").asText()).isEqualTo("LAXER");
        assertThat(document.path("operations").path("ISSUE").asText()).isEqualTo("SAME");
        assertThat(run("security", "diff", "--", file.toString(), file.toString())
                        .answer()
                        .lines())
                .containsExactly("Nothing changes: both mean the same.");
    }

    @Test
    void aSignedPolicyIsStillWhatItsSourceCompilesTo() throws IOException, InterruptedException {
        Path keystore = keystore();
        Path jar = directory.resolve("acme.jar");
        environment.put("COUNTERSIGN_KEYSTORE_PASSWORD", "only for this test");

        Outcome outcome = run(
                "security",
                "compile",
                "--out=" + jar,
                "--java=" + directory.resolve("Policy.java"),
                "--keystore=" + keystore,
                "--alias=signer",
                "--",
                file.toString());

        assertThat(outcome.exitCode()).isZero();
        JsonNode document = document(outcome);
        assertThat(document.path("signed").asBoolean()).isTrue();
        assertThat(new Recompilation(SecurityLanguage.ofLedger())
                        .compare(Files.readAllBytes(jar))
                        .getJarDigest())
                .isEqualTo(document.path("jarDigest").asText());
        assertThat(signersOf(jar, PolicyJar.BYTECODE)).hasSize(1);
        assertThat(directory.resolve("Policy.java")).content().contains("lock-up-from-issue period 40 days");
    }

    @Test
    void aKeyStoreThatDoesNotOpenIsNamed() throws IOException, InterruptedException {
        Path keystore = keystore();
        Path jar = directory.resolve("acme.jar");
        String[] words = {"security", "compile", "--out=" + jar, "--keystore=" + keystore, "--", file.toString()};

        assertThat(run(words).failure().code()).isEqualTo(FailureCode.ARGUMENT_WRONG);
        environment.put("COUNTERSIGN_KEYSTORE_PASSWORD", "another");
        assertThat(run(words).failure().code()).isEqualTo(FailureCode.FILE_WRONG);
        environment.put("COUNTERSIGN_KEYSTORE_PASSWORD", "only for this test");
        assertThat(run(words).failure().getMessage()).contains("no private key under the alias 'cordapp-demo'");
        assertThat(jar).doesNotExist();
    }

    @Test
    void whatIsNoSourceIsRefused() throws IOException {
        assertThat(run("security", "check", "--", directory.resolve("none").toString())
                        .failure()
                        .code())
                .isEqualTo(FailureCode.FILE_WRONG);
        Files.write(file, new byte[] {(byte) 0xFF});
        assertThat(run("security", "explain", "--", file.toString()).failure().getMessage())
                .contains("not text in UTF-8");
    }

    private Path keystore() throws IOException, InterruptedException {
        Path keystore = directory.resolve("signer.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "only for this test",
                        "-alias",
                        "signer",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=signer")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keystore;
    }

    private static CodeSigner[] signersOf(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            JarEntry found = file.getJarEntry(entry);
            file.getInputStream(found).readAllBytes();
            return found.getCodeSigners();
        }
    }

    private static JsonNode document(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(Json.write(outcome.answer().document()));
    }

    private Outcome run(String... words) {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Commands.run(new Session(directory, environment, nodes, Commands::run, stream, stream), List.of(words));
    }
}
