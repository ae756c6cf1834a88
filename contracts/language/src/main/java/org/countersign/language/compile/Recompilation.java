package org.countersign.language.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.countersign.contracts.Rules;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/**
 * Compares a jar that somebody proposes with what the compiler makes of the source in it, byte for byte. What a
 * signature adds is let pass: whether it is one, and whose, is not asked here.
 *
 * <p>The jar is read as a stream from its beginning, as Corda reads attachments, and nothing is written to a disk.
 */
public final class Recompilation {
    /** The most bytes that a jar may have, and that may come out of it. */
    public static final int LARGEST_JAR = 4 * 1024 * 1024;

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[A-Z0-9_-]{1,8}\\.(SF|EC|RSA|DSA)");
    // Names of entries and words of the source are anybody's.
    private static final int LONGEST_REASON = 200;
    private static final Attributes.Name MADE_BY = new Attributes.Name("Created-By");

    private final SecurityLanguage language;

    /**
     * Creates a comparison.
     *
     * @param language the language with the rules that the source may use
     */
    public Recompilation(SecurityLanguage language) {
        this.language = language;
    }

    /**
     * Compares.
     *
     * @param jar the jar, signed or not
     * @return what its source compiles to, which is what the jar has
     * @throws JarRefusedException with the first thing in which they differ
     */
    public CompiledSecurity compare(byte[] jar) {
        Map<String, byte[]> proposed = read(jar);
        byte[] source = proposed.get(PolicyJar.SOURCE);
        require(source != null, "it has no source at " + PolicyJar.SOURCE);
        CompiledSecurity compiled = compile(source);
        Map<String, byte[]> expected = read(compiled.getJar());
        for (Map.Entry<String, byte[]> entry : proposed.entrySet()) {
            String name = entry.getKey();
            if (name.equals(PolicyJar.MANIFEST)) {
                compareManifests(entry.getValue(), expected.get(name));
            } else if (!SIGNATURE.matcher(name).matches()) {
                require(expected.containsKey(name), "it has an entry more: " + name);
                require(
                        Arrays.equals(entry.getValue(), expected.get(name)),
                        "its entry " + name + " is another than what its source compiles to");
            }
        }
        for (String name : expected.keySet()) {
            require(proposed.containsKey(name), "it lacks the entry " + name);
        }
        return compiled;
    }

    private CompiledSecurity compile(byte[] source) {
        try {
            CheckedSource checked = language.check(SourceText.read(PolicyJar.SOURCE, source));
            require(
                    checked.errors().isEmpty(),
                    checked.errors().isEmpty()
                            ? ""
                            : "its source has an error: " + checked.errors().get(0));
            return new SecurityCompiler(language.getCatalogue())
                    .compile(checked)
                    .orElseThrow(() -> refused("its source does not compile"));
        } catch (CompilationException e) {
            throw refused("its source does not compile: " + e.getMessage());
        } catch (UnreadableSourceException e) {
            throw refused("its source cannot be read: " + e.getMessage());
        }
    }

    // Signing adds a section for each entry and says who did it; what is said of the jar as a whole stays.
    private static void compareManifests(byte[] proposed, byte[] expected) {
        try {
            Attributes given = new Manifest(new ByteArrayInputStream(proposed)).getMainAttributes();
            Attributes needed = new Manifest(new ByteArrayInputStream(expected)).getMainAttributes();
            given.remove(MADE_BY);
            require(Objects.equals(given, needed), "its manifest is another than what its source compiles to");
        } catch (IOException e) {
            throw refused("its manifest cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, byte[]> read(byte[] jar) {
        require(jar.length <= LARGEST_JAR, "it has more than " + LARGEST_JAR + " bytes");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int left = LARGEST_JAR;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = content(zip, left);
                left -= content.length;
                require(entries.put(entry.getName(), content) == null, "it has an entry twice: " + entry.getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("it cannot be read: " + e.getMessage());
        }
        require(!entries.isEmpty(), "it is no jar");
        return entries;
    }

    private static byte[] content(ZipInputStream zip, int most) throws IOException {
        byte[] content = new byte[8192];
        int length = 0;
        for (int read = zip.read(content, 0, content.length); read >= 0; ) {
            length += read;
            require(length <= most, "more than " + LARGEST_JAR + " bytes come out of it");
            content = length == content.length ? Arrays.copyOf(content, 2 * length) : content;
            read = zip.read(content, length, content.length - length);
        }
        return Arrays.copyOf(content, length);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static JarRefusedException refused(String reason) {
        return new JarRefusedException(
                "The jar is not what its source compiles to: " + Rules.printable(reason, LONGEST_REASON) + ".");
    }
}
