package org.countersign.language.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.check.Catalogue;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/** Compiles sources and loads what comes of it, for tests. */
public final class Compiled {
    private Compiled() {}

    public static CompiledSecurity source(Catalogue catalogue, String text) {
        try {
            return new SecurityCompiler(catalogue)
                    .compile(new SecurityLanguage(catalogue).check(SourceText.of("test.security", text)))
                    .orElseThrow(() -> new AssertionError(Sources.describe(check(catalogue, text))));
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    private static java.util.List<org.countersign.language.source.Diagnostic> check(Catalogue catalogue, String text) {
        try {
            return new SecurityLanguage(catalogue)
                    .check(SourceText.of("test.security", text))
                    .getDiagnostics();
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    public static CompiledPolicy policy(CompiledSecurity security) {
        try {
            return (CompiledPolicy) load(security.getClassName(), security.getBytecode())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Class<?> load(String name, byte[] bytecode) {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(name, bytecode, 0, bytecode.length);
            }
        }.define();
    }

    static Map<String, byte[]> entries(byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), JavaCompilation.bytes(zip));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
