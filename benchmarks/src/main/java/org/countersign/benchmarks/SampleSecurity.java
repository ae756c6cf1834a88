package org.countersign.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.interpret.PolicyInterpreter;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/** The security whose policy of twenty rules is measured. */
final class SampleSecurity {
    private static final String NAME = "twenty-rules.security";
    // Made once, as nodes do: reading the catalogue is no part of interpreting a model.
    private static final PolicyInterpreter INTERPRETER =
            new PolicyInterpreter(SecurityLanguage.ofLedger().getCatalogue());

    private SampleSecurity() {}

    static byte[] source() {
        try (InputStream file = SampleSecurity.class.getResourceAsStream("/" + NAME)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int read = file.read(part); read >= 0; read = file.read(part)) {
                bytes.write(part, 0, read);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads, checks and compiles a source, from its bytes to those of the jar. */
    static CompiledSecurity compile(byte[] source) {
        SecurityLanguage language = SecurityLanguage.ofLedger();
        try {
            return new SecurityCompiler(language.getCatalogue())
                    .compile(language.check(SourceText.read(NAME, source)))
                    .orElseThrow(() -> new IllegalStateException(NAME + " has an error."));
        } catch (UnreadableSourceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The compiled policy, loaded as a contract loads it. */
    static CompiledPolicy load(CompiledSecurity security) {
        try {
            return (CompiledPolicy) new Loader()
                    .define(security.getClassName(), security.getBytecode())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same policy as the ledger's data, which the interpreter walks over. */
    static CompliancePolicy interpret(CompiledSecurity security) {
        return INTERPRETER.policy(security.getModel());
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(SampleSecurity.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytecode) {
            return defineClass(name, bytecode, 0, bytecode.length);
        }
    }
}
