package org.countersign.language.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jars that were changed after they were compiled: what a registrar must not sign. */
class RecompilationTest {
    private static final String SOURCE = Sources.security("reg-d-share.security");
    private static final CompiledSecurity SECURITY = Compiled.source(Catalogue.ofLedger(), SOURCE);

    private final Map<String, byte[]> entries = Compiled.entries(SECURITY.getJar());

    @Test
    @DisplayName("What the compiler made is recognised, also with what a signature adds")
    void ownJarsAreRecognised() throws IOException {
        assertThat(compare(SECURITY.getJar()).getJarDigest()).isEqualTo(SECURITY.getJarDigest());

        byte[] manifest = entries.get(PolicyJar.MANIFEST);
        entries.put(
                PolicyJar.MANIFEST,
                (text(manifest) + "Name: " + PolicyJar.MODEL + "\r\nSHA-256-Digest: eA==\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        entries.put("META-INF/CNTRSIGN.SF", new byte[] {1});
        entries.put("META-INF/CNTRSIGN.EC", new byte[] {2});
        assertThat(compare(deflated()).getSourceDigest()).isEqualTo(SECURITY.getSourceDigest());
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A source that is laxer than the class beside it is refused")
    void anotherSourceIsRefused() throws IOException {
        entries.put(
                PolicyJar.SOURCE,
                SOURCE.replace("maximum-holders 1,999", "maximum-holders 9,999").getBytes(StandardCharsets.UTF_8));

        refused(deflated(), "is another than what its source compiles to");
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A class that was patched is refused, and so are another model and another Java source")
    void anotherEntryIsRefused() throws IOException {
        for (String name : new String[] {PolicyJar.BYTECODE, PolicyJar.MODEL, PolicyJar.JAVA}) {
            byte[] content = entries.get(name);
            byte[] patched = content.clone();
            patched[patched.length / 2] ^= 1;
            entries.put(name, patched);

            refused(deflated(), "its entry " + name + " is another");
            entries.put(name, content);
        }
    }

    @Test
    @Tag("attack-32")
    @DisplayName("An entry more, an entry less, and names that lead out of a directory are refused")
    void otherEntriesAreRefused() throws IOException {
        for (String name : new String[] {
            "../../etc/profile", "org/countersign/compiled/Other.class", "META-INF/services/x", "META-INF/../A.SF"
        }) {
            entries.put(name, new byte[0]);
            refused(deflated(), "it has an entry more: " + name);
            entries.remove(name);
        }
        entries.remove(PolicyJar.MODEL);
        refused(deflated(), "it lacks the entry " + PolicyJar.MODEL);
        entries.remove(PolicyJar.SOURCE);
        refused(deflated(), "it has no source");
    }

    @Test
    @DisplayName("Another manifest is refused")
    void anotherManifestIsRefused() throws IOException {
        entries.put(
                PolicyJar.MANIFEST,
                text(entries.get(PolicyJar.MANIFEST))
                        .replace("Countersign-Compiler: 1", "Countersign-Compiler: 2")
                        .getBytes(StandardCharsets.UTF_8));

        refused(deflated(), "its manifest is another");
    }

    @Test
    @Tag("attack-32")
    @DisplayName("A source with an error, what is no jar, and a jar that unpacks to much more than it is are refused")
    void whatIsNoPolicyIsRefused() throws IOException {
        refused(new byte[] {1, 2, 3}, "it is no jar");
        refused(new byte[Recompilation.LARGEST_JAR + 1], "it has more than");
        entries.put("META-INF/filler", new byte[Recompilation.LARGEST_JAR]);
        refused(deflated(), "bytes come out of it");
        entries.remove("META-INF/filler");
        entries.put(PolicyJar.SOURCE, "security".getBytes(StandardCharsets.UTF_8));
        refused(deflated(), "its source has an error");
    }

    @Test
    @Tag("attack-32")
    @DisplayName("The name of an entry steers no terminal, and fills no log")
    void namesAreHarmless() throws IOException {
        entries.put("\u001b[2J\u202e" + String.join("", Collections.nCopies(10_000, "x")), new byte[0]);

        byte[] jar = deflated();

        assertThatThrownBy(() -> compare(jar))
                .hasMessageContaining("entry more: ?[2J?x")
                .hasMessageMatching("[ -~]{1,300}");
    }

    private byte[] deflated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static CompiledSecurity compare(byte[] jar) {
        return new Recompilation(SecurityLanguage.ofLedger()).compare(jar);
    }

    private static void refused(byte[] jar, String reason) {
        assertThatThrownBy(() -> compare(jar))
                .isInstanceOf(JarRefusedException.class)
                .hasMessageContaining(reason);
    }
}
