package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.corda.core.crypto.Crypto;
import net.corda.core.internal.JarSignatureCollector;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Profile;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CordappSetTest {
    @TempDir
    Path directory;

    private Path jars;

    @BeforeEach
    void build() throws IOException {
        jars = Files.createDirectory(directory.resolve("jars"));
        for (String name : Arrays.asList(
                "countersign-contracts-ledger-1.jar",
                "countersign-workflows-1.jar",
                "countersign-oracles-1.jar",
                "tokens-contracts-1.jar",
                "tokens-workflows-1.jar",
                "countersign-contracts-language-1.jar",
                "antlr4-runtime-1.jar",
                "ecj-1.jar",
                "icu4j-1.jar",
                "commons-codec-1.jar")) {
            jar(jars.resolve(name), "first");
        }
    }

    @Test
    void onlyAuthoritiesGetTheOracles() throws IOException {
        Topology topology = SampleTopology.in(directory);
        CordappSet set = CordappSet.in(jars);
        assertThat(set.of(topology.member("judge"))).hasSize(10);
        assertThat(set.of(topology.member("bank")))
                .hasSize(7)
                .noneMatch(jar -> jar.getFileName().toString().matches("(.*oracles|icu4j|commons-codec).*"));
    }

    @Test
    void aMissingCordappIsNamed() throws IOException {
        Files.delete(jars.resolve("countersign-workflows-1.jar"));
        assertThatThrownBy(() -> CordappSet.in(jars))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("countersign-workflows-");
    }

    @Test
    void installingAgainChangesNothingAndNewContentIsInstalled() throws IOException {
        Topology topology = SampleTopology.in(directory);
        NodeDirectory node = new NodeDirectory(directory.resolve("bank"));
        CordappSet set = CordappSet.in(jars);
        set.install(topology.member("bank"), node);
        assertThat(node.pendingChange()).contains(NodeDirectory.Change.CORDAPPS);
        node.settlePendingChange();
        set.install(topology.member("bank"), node);
        assertThat(node.pendingChange()).isEmpty();
        jar(jars.resolve("countersign-workflows-1.jar"), "second");
        set.install(topology.member("bank"), node);
        assertThat(node.pendingChange()).contains(NodeDirectory.Change.CORDAPPS);
        assertThat(node.getCordapps().resolve("countersign-workflows-1.jar"))
                .hasSameBinaryContentAs(jars.resolve("countersign-workflows-1.jar"));
    }

    @Test
    void aCordappThatIsNoLongerThereIsRemoved() throws IOException {
        Topology topology = SampleTopology.in(directory);
        NodeDirectory node = new NodeDirectory(directory.resolve("bank"));
        CordappSet.in(jars).install(topology.member("bank"), node);
        Files.move(jars.resolve("countersign-workflows-1.jar"), jars.resolve("countersign-workflows-2.jar"));
        CordappSet.in(jars).install(topology.member("bank"), node);
        assertThat(node.getCordapps().resolve("countersign-workflows-1.jar")).doesNotExist();
        assertThat(node.getCordapps().resolve("countersign-workflows-2.jar")).exists();
    }

    @Test
    void aMembersOwnJarIsInstalledThereAlone() throws IOException {
        jar(directory.resolve("halts-1.jar"), "check");
        Topology topology = withOwnJar("halts-1.jar");
        NodeDirectory node = new NodeDirectory(directory.resolve("judge"));
        CordappSet set = CordappSet.in(jars);
        set.install(topology.member("judge"), node);
        assertThat(node.getCordapps().resolve("halts-1.jar")).hasSameBinaryContentAs(directory.resolve("halts-1.jar"));
        assertThat(set.of(topology.member("bank"))).noneMatch(jar -> jar.endsWith("halts-1.jar"));
        set.install(SampleTopology.in(directory).member("judge"), node);
        assertThat(node.getCordapps().resolve("halts-1.jar")).doesNotExist();
    }

    @Test
    void aMembersOwnJarTakesNoOthersPlace() throws IOException {
        jar(directory.resolve("countersign-oracles-1.jar"), "another");
        Topology topology = withOwnJar("countersign-oracles-1.jar");
        assertThatThrownBy(() -> CordappSet.in(jars).of(topology.member("judge")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("judge is to load two jars of the name countersign-oracles-1.jar");
    }

    @Test
    void productionRefusesMembersOwnJarsThatAreSignedForDemonstration() throws IOException, InterruptedException {
        jar(directory.resolve("halts-1.jar"), "check");
        sign(directory.resolve("halts-1.jar"), "CN=Signer, OU=Not for production, O=Test, C=GB");
        Topology topology = withOwnJar("halts-1.jar");
        assertThatThrownBy(() -> CordappSet.in(jars).requireFitFor(Profile.PRODUCTION, topology.getMembers()))
                .hasMessageContaining("halts-1.jar");
    }

    private Topology withOwnJar(String name) throws IOException {
        return SampleTopology.in(
                directory,
                SampleTopology.TEXT.replace(
                        "roles = [authority, registrar]", "roles = [authority, registrar], cordapps = [" + name + "]"));
    }

    @Test
    void productionRefusesWhatIsSignedForDemonstration() throws IOException, InterruptedException {
        sign(jars.resolve("countersign-contracts-ledger-1.jar"), "CN=Signer, OU=Not for production, O=Test, C=GB");
        CordappSet set = CordappSet.in(jars);
        assertThatCode(() -> set.requireFitFor(Profile.DEMONSTRATION, Collections.emptyList()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> set.requireFitFor(Profile.PRODUCTION, Collections.emptyList()))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("countersign-contracts-ledger-1.jar")
                .hasMessageContaining("demonstration");
    }

    @Test
    void productionAcceptsWhatIsSignedByAnInstitution() throws IOException, InterruptedException {
        sign(jars.resolve("countersign-contracts-ledger-1.jar"), "CN=Signer, OU=Release, O=Institution, C=GB");
        assertThatCode(() -> CordappSet.in(jars).requireFitFor(Profile.PRODUCTION, Collections.emptyList()))
                .doesNotThrowAnyException();
    }

    @Test
    void thePackageOfTheContractsBelongsToWhoSignsThem() throws Exception {
        assertThat(CordappSet.in(jars).packageOwners()).isEmpty();
        Path ledger = jars.resolve("countersign-contracts-ledger-1.jar");
        sign(ledger, "CN=Signer, O=Institution, C=GB");
        try (JarInputStream signed = new JarInputStream(Files.newInputStream(ledger))) {
            assertThat(CordappSet.in(jars).packageOwners())
                    .containsExactly(entry(
                            "org.countersign.contracts",
                            // In the platform's own class, as nodes compare it.
                            Crypto.toSupportedPublicKey(JarSignatureCollector.INSTANCE
                                    .collectSigners(signed)
                                    .get(0))));
        }
    }

    private void sign(Path jar, String subject) throws IOException, InterruptedException {
        String store = directory.resolve("signer.p12").toString();
        run(
                "keytool",
                "-genkeypair",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                "password",
                "-keypass",
                "password",
                "-alias",
                "signer",
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-keysize",
                "256");
        run(
                "jarsigner",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                "password",
                jar.toString(),
                "signer");
    }

    private static void run(String program, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] =
                Paths.get(System.getProperty("java.home"), "..", "bin", program).toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Paths.get("/dev/null").toFile())
                .start();
        assertThat(process.waitFor()).as(program).isZero();
    }

    private static void jar(Path file, String content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("content.txt"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
