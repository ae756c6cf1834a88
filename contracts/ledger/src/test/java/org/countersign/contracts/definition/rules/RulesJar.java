package org.countersign.contracts.definition.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.definition.PinnedRules;

/** Jars with rules classes that are written by hand, in order and out of order, compiled by the JDK. */
public final class RulesJar {
    /** The source that the classes claim to be made of. */
    public static final SecureHash SOURCE = SecureHash.sha256("security ACME");
    /** The class's name that follows from it. */
    public static final String NAME = new PinnedRules(SOURCE, SOURCE, 1).className();

    /** At most 250 units may be acquired, and what was acquired less than a year ago cannot be sold. */
    public static final String IN_ORDER = "package PACKAGE;\n"
            + "import java.math.BigDecimal;\n"
            + "import java.time.Period;\n"
            + "import java.util.*;\n"
            + "import org.countersign.contracts.compliance.*;\n"
            + "import org.countersign.contracts.validation.Operation;\n"
            + "public final class Policy implements CompiledPolicy {\n"
            + "  private static final MaximumTransferRule RULE_1 = new MaximumTransferRule(new BigDecimal(\"250\"));\n"
            + "  private static final LockUpFromAcquisitionRule RULE_2 =\n"
            + "      new LockUpFromAcquisitionRule(Period.of(0, 12, 0));\n"
            + "  private static final AllowedPersonsRule RULE_3 =\n"
            + "      new AllowedPersonsRule(Arrays.asList(\"a\", \"b\"));\n"
            + "  public Decision decide(ComplianceFacts facts) { return decide1(facts); }\n"
            + "  public ComplianceReport judge(ComplianceFacts facts) {\n"
            + "    List<RuleFinding> findings = new ArrayList<>(3);\n"
            + "    Decision decision = judge1(facts, findings);\n"
            + "    return new ComplianceReport(decision, findings);\n"
            + "  }\n"
            + "  public String modelDigest() { return \"a model\"; }\n"
            + "  private static Decision decide1(ComplianceFacts facts) {\n"
            + "    Decision decision = RULE_1.decide(facts);\n"
            + "    if (decision == Decision.FAILS) { return decision; }\n"
            + "    return decision.and(decide2(facts));\n"
            + "  }\n"
            + "  private static Decision decide2(ComplianceFacts facts) {\n"
            + "    return Decision.of(facts.getOperation() == Operation.ISSUE).or(RULE_2.decide(facts));\n"
            + "  }\n"
            + "  private static Decision judge1(ComplianceFacts facts, List<RuleFinding> findings) {\n"
            + "    return RULE_1.judge(facts, findings).and(judge2(facts, findings));\n"
            + "  }\n"
            + "  private static Decision judge2(ComplianceFacts facts, List<RuleFinding> findings) {\n"
            + "    return Decision.of(facts.getOperation() == Operation.ISSUE).or(RULE_2.judge(facts, findings));\n"
            + "  }\n"
            + "}\n";

    private RulesJar() {}

    /** A jar with the class in its place. */
    public static byte[] of(String text) {
        return zip(PinnedRules.ENTRY, compiled(text));
    }

    /**
     * A class whose methods call the composition they end with as if it were static. Only when it is called it is found
     * out that it is not.
     */
    public static byte[] breaking() {
        byte[] code = compiled(IN_ORDER);
        for (int index = 0; index + 3 < code.length; index++) {
            if (code[index] == (byte) 0xB6 && code[index + 3] == (byte) 0xB0) {
                code[index] = (byte) 0xB8;
            }
        }
        return code;
    }

    /** A jar with one entry. */
    public static byte[] zip(String entry, byte[] content) {
        return zip(Collections.singletonMap(entry, content));
    }

    /** A jar with these entries. */
    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A jar as a stranger signs it with the JDK's tool.
     *
     * @param jar the jar
     * @param directory an empty one for the tool's files
     * @return the signed jar
     */
    public static byte[] signed(byte[] jar, Path directory) {
        try {
            Path file = Files.write(directory.resolve("rules.jar"), jar);
            String keys = directory.resolve("keys.p12").toString();
            run(
                    "keytool",
                    "-genkeypair",
                    "-keystore",
                    keys,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "stranger",
                    "-alias",
                    "stranger",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "O=Stranger, L=London, C=GB");
            run(
                    "jarsigner",
                    "-keystore",
                    keys,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "stranger",
                    file.toString(),
                    "stranger");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String tool, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(
                Paths.get(System.getProperty("java.home"), "..", "bin", tool).toString());
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(tool, ".log").toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(tool).isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The class file of a text, whose package is written {@code PACKAGE}. */
    public static byte[] compiled(String text) {
        String packageName = NAME.substring(0, NAME.lastIndexOf('.'));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler).as("a JDK runs the tests").isNotNull();
        Memory memory = new Memory(compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Policy.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return text.replace("PACKAGE", packageName);
                    }
                };
        boolean done = compiler.getTask(
                        null,
                        memory,
                        null,
                        Arrays.asList("-proc:none", "-nowarn", "-classpath", classPath()),
                        null,
                        Collections.singletonList(source))
                .call();
        assertThat(done).as(text).isTrue();
        return memory.compiled.toByteArray();
    }

    private static String classPath() {
        return Stream.of(CompiledPolicy.class, CordaSerializable.class)
                .map(RulesJar::home)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String home(Class<?> type) {
        try {
            return Paths.get(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the class Policy that the compiler writes, and forgets others. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final ByteArrayOutputStream compiled = new ByteArrayOutputStream();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream target = className.equals(NAME) ? compiled : new ByteArrayOutputStream();
            return new SimpleJavaFileObject(URI.create("mem:///Policy.class"), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return target;
                }
            };
        }
    }
}
