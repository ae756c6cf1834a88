package org.countersign.client.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @TempDir
    private Path directory;

    private Script script;

    @BeforeEach
    void copyWithoutAnythingBuilt() throws IOException {
        script = Script.copiedTo(directory);
    }

    static List<UsageFile> files() {
        return UsageFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCommandExplainsItselfWithoutABuild(UsageFile file) {
        String[] words = (file.command() + " --help").split(" ");
        Script.Call call = script.call(words);

        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).contains(file.summary(), "Usage: ./countersign " + file.command());
        file.options().forEach(option -> assertThat(call.out()).contains(option.names()));
        file.examples().forEach(example -> assertThat(call.out()).contains(example));
        assertThat(script.home().resolve("target")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void theOverviewNamesEveryCommand(String word) {
        Script.Call call = script.call(word);

        assertThat(call.exitCode()).isZero();
        files().forEach(file -> assertThat(call.out()).contains("  " + file.command() + " "));
    }

    @Test
    void helpIsAlsoGivenByTheWordHelpAndForGroups() {
        assertThat(script.call("help", "proof", "export").out())
                .isEqualTo(script.call("proof", "export", "--help").out());
        assertThat(script.call("security", "--help").out()).contains("security register", "security freeze");
    }

    @Test
    void helpIsGivenEvenOnALineThatIsOtherwiseWrong() {
        assertThat(script.call("transfer", "--nonsense", "--help").exitCode()).isZero();
    }

    @Test
    void whatAnOptionTakesForItsValueAsksForNoHelp() {
        // A script that hands on a reason must not take a page of help for a freeze.
        Script.Call call = script.call("security", "freeze", "ACME", "--reason", "-h");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("'security freeze' needs --ordered-by TEXT")
                .contains("--as MEMBER.");
        assertThat(script.call("security", "freeze", "ACME", "--reason", "--help")
                        .exitCode())
                .isZero();
        assertThat(script.call("security", "freeze", "ACME", "--reason", "x", "-h")
                        .exitCode())
                .isZero();
    }

    @Test
    void whoHasNoHomeInTheEnvironmentIsServedAllTheSame() {
        String env = script.tools().resolve("env").toString();
        String countersign = script.home().resolve("countersign").toString();
        String jdk8 = script.home().resolve("launcher/jdk8.sh").toString();

        assertThat(script.call(Path.of(env), Map.of(), "-u", "HOME", countersign, "transfer", "--help")
                        .exitCode())
                .isZero();
        Script.Call search = script.call(Path.of(env), Map.of(), "-u", "HOME", jdk8);
        assertThat(search.err()).isEmpty();
        assertThat(search.exitCode()).isIn(0, 1);
        assertThat(script.call(Path.of(jdk8), Map.of("HOME", "")).err()).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheProject() {
        assertThat(script.call("--version").out()).matches("countersign [0-9]+\\.[0-9]+\\.[0-9]+\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfre ACME 1|did you mean 'transfer'?",
                "hodlings --as a|did you mean 'holdings'?",
                "xyzzy|There is no command 'xyzzy'.",
                "security freese ACME|did you mean 'freeze'?",
                "security|'security' needs one of: affirm amend check compile complete diff explain format"
                        + " freeze list pause propose register search show unfreeze withdraw.",
                "proof --json|'proof' needs one of",
                "--as dealer-a holdings|the command comes first",
                "../etc/passwd|There is no command",
                "countersign|There is no command",
                "transfer ACME 1 --too b --as a|did you mean '--to'?",
                "transfer ACME 1 --as a|'transfer' needs --to MEMBER.",
                "transfer ACME 1|'transfer' needs --to MEMBER, --as MEMBER.",
                "transfer ACME --to b --as a|'transfer' needs SYMBOL QUANTITY; 1 given.",
                "transfer ACME 1 2 --to b --as a|'2' is too much",
                "transfer ACME 1 --to b --as|Option '--as' needs a value, MEMBER.",
                "transfer ACME 1 --to --as a|Option '--to' needs a value, MEMBER.",
                "transfer ACME 1 --to= --as a|Option '--to' needs a value, MEMBER.",
                "transfer ACME 1 --to b --as a --as c|Option '--as' is given twice.",
                "holdings --as a --observed=yes|Option '--observed' takes no value.",
                "holdings ACME --as a|'holdings' takes no arguments; 'ACME' is too much.",
                "proof export X -o f --as a --output first|needs a whole number, not 'first'.",
                "proof export X --as a|'proof export' needs --out FILE.",
                "logs|'logs' needs MEMBER; 0 given.",
            })
    void wrongUsageIsNamedWithoutABuildAndEndsWithTwo(String line, String message) {
        Script.Call call = script.call(line.split(" "));

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(message, "--help");
        assertThat(script.home().resolve("target")).doesNotExist();
    }

    @Test
    void noCommandAtAllIsWrongUsageAndShowsTheOverview() {
        Script.Call call = script.call();

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("transfer", "holdings");
    }

    @Test
    void anEmptyArgumentIsWrongUsage() {
        assertThat(script.call("security", "show", "", "--as", "a").exitCode()).isEqualTo(2);
    }

    @Test
    void scriptsGetWrongUsageAsOneDocument() throws IOException {
        Script.Call call = script.call("transfer", "\"AC\\ME\"", "--json", "--nonsense\ttab");

        JsonNode error = document(call.out()).path("error");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(error.path("code").asText()).isEqualTo("WRONG_USAGE");
        assertThat(error.path("message").asText()).contains("'--nonsense\ttab'");
        assertThat(error.path("remedy").asText()).contains("./countersign transfer --help");
    }

    @Test
    void aMissingJdkIsNamedWithTheRemedy() throws IOException {
        Script.Call call = script.call(
                script.home().resolve("countersign"),
                Map.of("PATH", script.tools() + ":" + stub("mvn", "exit 1")),
                "network",
                "members",
                "--json");

        // A machine with a JDK in one of the usual places gets one step further, to the Maven that does not work.
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(document(call.out()).path("error").path("code").asText()).isIn("NO_JDK17", "OLD_MAVEN");
    }

    @Test
    void anOldMavenIsNamedWithItsVersion() throws IOException {
        Script.Call call = withJava(stub("mvn", "echo 'Apache Maven 3.6.3 (x)'"), "network", "members");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("3.6.3", "3.8 or newer");
    }

    @Test
    void aMissingMavenIsNamed() throws IOException {
        Script.Call call = withJava(Files.createDirectories(directory.resolve("nothing")), "network", "members");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains("no mvn on the PATH");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheLogIs() throws IOException {
        Path maven = stub(
                "mvn",
                "case \"$*\" in *--version*) echo 'Apache Maven 3.9.1' ;;"
                        + " *) echo '[INFO] noise'; echo '[ERROR] the reason'; exit 1 ;; esac");
        Script.Call call = withJava(maven, "network", "members", "--json");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err())
                .contains("Building", "the reason", "countersign-build.log")
                .doesNotContain("noise");
        JsonNode error = document(call.out()).path("error");
        assertThat(error.path("code").asText()).isEqualTo("BUILD_FAILED");
        assertThat(script.home().resolve("target").resolve("countersign-built")).doesNotExist();
    }

    @Test
    void theScriptFindsItselfThroughASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(
                directory.resolve("cs"), Path.of("a clone").resolve("countersign"));

        assertThat(script.call(link, Map.of(), "transfer", "--help").exitCode()).isZero();
    }

    @Test
    void theReferenceOfTheCommandLineIsUpToDate() throws IOException {
        Script.Call call = script.call(script.home().resolve("launcher").resolve("reference.sh"), Map.of());

        assertThat(call.out())
                .as("run launcher/reference.sh > docs/reference/cli.md")
                .isEqualTo(Files.readString(UsageFile.home().resolve("docs/reference/cli.md")));
    }

    private Script.Call withJava(Path tools, String... words) {
        return script.call(
                script.home().resolve("countersign"),
                Map.of("PATH", script.tools() + ":" + tools, "JAVA_HOME", System.getProperty("java.home")),
                words);
    }

    private Path stub(String name, String body) throws IOException {
        Path tools = Files.createDirectories(directory.resolve("stubs"));
        Path stub = Files.writeString(tools.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tools;
    }

    private static JsonNode document(String text) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text);
    }
}
