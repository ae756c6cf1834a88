package org.countersign.language.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.language.CheckedSource;
import org.countersign.language.Sources;
import org.countersign.language.TestRules;
import org.countersign.language.check.Catalogue;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.DiagnosticKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityCompilerTest {
    private static final String PACKAGE = PolicyJar.ROOT + ".test";

    static Iterable<String> securities() {
        return Sources.SECURITIES;
    }

    @ParameterizedTest
    @MethodSource("securities")
    @DisplayName("A source compiles to a class that says which model it is of")
    void aSourceCompiles(String name) {
        CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), Sources.security(name));

        CompiledPolicy policy = Compiled.policy(security);

        assertThat(policy.modelDigest()).isEqualTo(security.getModelDigest()).hasSize(64);
        assertThat(policy.getClass().getName()).isEqualTo(security.getClassName());
    }

    @Test
    @DisplayName("Errors are not compiled")
    void errorsAreNotCompiled() {
        CheckedSource wrong = Sources.check(Sources.share("require no-such-rule"));

        assertThat(new SecurityCompiler(Catalogue.ofLedger()).compile(wrong)).isEmpty();
    }

    @Test
    @DisplayName("A policy that requires nothing holds")
    void noRequirementHolds() {
        CompiledSecurity security =
                Compiled.source(Catalogue.ofLedger(), Sources.share().replace("compliance\n\n", ""));

        assertThat(Compiled.policy(security).decide(null)).isEqualTo(Decision.HOLDS);
        assertThat(Compiled.policy(security).judge(null).getFindings()).isEmpty();
        assertThat(security.getCost().getRules()).isZero();
    }

    @Test
    @DisplayName("The jar has the class, the source, the model and the Java source, and a manifest that names them")
    void theJarIsComplete(@TempDir Path directory) throws IOException {
        String source = Sources.security("reg-d-share.security");
        CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), source);
        Map<String, byte[]> entries = Compiled.entries(security.getJar());

        assertThat(entries.keySet())
                .containsExactly(
                        PolicyJar.MANIFEST, PolicyJar.SOURCE, PolicyJar.MODEL, PolicyJar.JAVA, PolicyJar.BYTECODE);
        assertThat(entries.get(PolicyJar.SOURCE)).isEqualTo(source.getBytes(StandardCharsets.UTF_8));
        assertThat(entries.get(PolicyJar.BYTECODE)).isEqualTo(security.getBytecode());
        Attributes manifest =
                new Manifest(new ByteArrayInputStream(entries.get(PolicyJar.MANIFEST))).getMainAttributes();
        assertThat(manifest.getValue("Countersign-Policy")).isEqualTo(security.getClassName());
        assertThat(manifest.getValue("Countersign-Source")).isEqualTo(security.getSourceDigest());
        assertThat(manifest.getValue("Countersign-Model")).isEqualTo(security.getModelDigest());
        assertThat(manifest.getValue("Countersign-Compiler")).isEqualTo("1");
        // Both ways in which the JDK reads jars: as a stream and by the directory at the end.
        try (JarInputStream stream = new JarInputStream(new ByteArrayInputStream(security.getJar()))) {
            assertThat(stream.getManifest()).isNotNull();
        }
        Path file = Files.write(directory.resolve("policy.jar"), security.getJar());
        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(jar.stream()).hasSize(5);
        }
    }

    @Test
    @DisplayName(
            "Layout and names of files change neither the model nor its digest, and every source has its own class")
    void layoutIsNotMeaning() {
        String source = Sources.share("on transfer", "require lock-up-from-issue 12 months");
        CompiledSecurity plain = Compiled.source(Catalogue.ofLedger(), source);
        CompiledSecurity other =
                Compiled.source(Catalogue.ofLedger(), source.replace("12 months", "  1 year # counted from the issue"));

        assertThat(other.getModelDigest()).isEqualTo(plain.getModelDigest());
        assertThat(other.getClassName()).isNotEqualTo(plain.getClassName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ static { System.exit(1); } /*",
                "\\u002a/ static { System.exit(1); }",
                "\\u000a static { System.exit(1); }",
                "\\\"); System.exit(1); //",
                "\\\\u0022); System.exit(1); //",
                "ünïcödé 証券 \uD83D\uDCDC",
                "%s %n ${x} #{y} {0}",
            })
    @Tag("attack-32")
    @DisplayName("A name is data: no name of a source becomes code, and rules get it as it was written")
    void namesDoNotBecomeCode(String name) throws ReflectiveOperationException {
        String escaped = name.replace("\\\"", "\"").replace("\\\\", "\\");
        String written = escaped.replace("\\", "\\\\").replace("\"", "\\\"");
        String source = Sources.share("require listed \"" + written + "\"")
                .replace("ACME plc ordinary shares", written)
                .replace("\"compliance\"", "\"" + written + "\"");

        // Rules of the ledger take no such names; one that would take any gets them as they are.
        String java = new PolicyWriter(TestRules.catalogue(), Sources.model(source)).write(PACKAGE, "source", "model");
        Class<?> policy = Compiled.load(
                PACKAGE + "." + PolicyJar.CLASS,
                new JavaCompilation(getClass().getClassLoader()).compile(PolicyJar.CLASS, java));
        CompiledSecurity security = Compiled.source(
                Catalogue.ofLedger(), source.replaceAll("(?m)^require listed .*$", "require accredited"));

        Field rule = policy.getDeclaredField("RULE_1");
        rule.setAccessible(true);
        assertThat(((TestRules.Lists) rule.get(null)).arguments()).containsExactly(Collections.singletonList(escaped));
        assertThat(policy.getDeclaredMethods()).hasSize(3);
        assertThat(security.getModel().getName()).isEqualTo(escaped);
        assertThat(Compiled.policy(security).getClass().getDeclaredMethods()).hasSize(3);
    }

    @Test
    @DisplayName("The largest policy that is allowed compiles")
    void theLargestPolicyCompiles() {
        String requirements = IntStream.range(0, 495)
                .mapToObj(count -> "require maximum-holders " + count)
                .collect(Collectors.joining("\n"));

        CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), Sources.share(requirements));

        assertThat(security.getCost().getRules()).isEqualTo(495);
        assertThat(Compiled.policy(security).modelDigest()).isEqualTo(security.getModelDigest());
    }

    private static String names(int lists) {
        return IntStream.range(0, 1_000)
                .mapToObj(name -> "\"" + lists + "." + name + "\"")
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("The longest lists that are allowed compile, with rules as many as there can be beside them")
    void theLongestListsCompile() {
        String lists = IntStream.range(0, 4)
                .mapToObj(list -> "require claim-value claim \"c\" values " + names(list))
                .collect(Collectors.joining("\n"));
        String rules = IntStream.range(0, 490)
                .mapToObj(count ->
                        "require volume-share-per-period percentage 1." + count + "% period " + (count + 1) + " days")
                .collect(Collectors.joining("\n"));

        CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), Sources.share(lists, rules));

        assertThat(AttachedPolicy.load(security.getJar(), security.getClassName())
                        .modelDigest())
                .isEqualTo(security.getModelDigest());
    }

    @Test
    @Tag("attack-32")
    @DisplayName("Lists that would not fit into a class are an error of the source, not of the compiler")
    void longerListsAreAnError() {
        String lists = IntStream.range(0, 9)
                .mapToObj(list -> "require claim-value claim \"c\" values " + names(list))
                .collect(Collectors.joining("\n"));

        CheckedSource checked = Sources.checkWithLedger(Sources.share(lists));

        assertThat(checked.errors()).extracting(Diagnostic::getKind).containsExactly(DiagnosticKind.TOO_LARGE_POLICY);
        assertThat(Sources.describe(checked.errors())).contains("up to here these have 9,000.");
    }

    @Test
    @DisplayName("The Java source tells of every rule in which line it stands")
    void javaRefersToLines() {
        CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), Sources.security("eu-retail-note.security"));

        assertThat(Arrays.asList(security.getJavaSource().split("\n")))
                .contains("    /** Line 16: residence-allowed jurisdictions AT, DE, NL. */")
                .contains("    // Lines 18, 19: when.");
    }
}
