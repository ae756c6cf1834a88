package org.countersign.language.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.countersign.contracts.validation.Aspect;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.Sources;
import org.countersign.language.TestRules;
import org.countersign.language.check.KnownCommittee;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of message, as people read it. The sources and what is said about them are in {@code diagnostics}; with
 * {@code -Dcountersign.reference=write} the messages are written anew.
 */
class GoldenDiagnosticsTest {
    private static final SecurityLanguage LANGUAGE = new SecurityLanguage(TestRules.catalogue());

    private static final List<KnownCommittee> COMMITTEES = Arrays.asList(
            new KnownCommittee("registrars", Aspect.OWNERSHIP, "network"),
            new KnownCommittee("compliance", Aspect.COMPLIANCE, "network"),
            new KnownCommittee("identity-uk", Aspect.IDENTITY, "uk"));

    @ParameterizedTest
    @EnumSource(DiagnosticKind.class)
    @DisplayName("What is said about a source is said in the words that are on file")
    void messagesAreAsOnFile(DiagnosticKind kind) throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<Diagnostic> diagnostics = check(name + ".security", content(kind, name));

        assertThat(diagnostics).extracting(Diagnostic::getKind).contains(kind);
        Path golden = Sources.resource("diagnostics").resolve(name + ".txt");
        String actual = Sources.describe(diagnostics);
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(golden, actual.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(actual).isEqualTo(Sources.read(golden));
    }

    private static byte[] content(DiagnosticKind kind, String name) throws IOException {
        if (kind == DiagnosticKind.SOURCE_TOO_LARGE) {
            byte[] content = new byte[SourceText.LARGEST_BYTES + 1];
            Arrays.fill(content, (byte) ' ');
            return content;
        }
        if (kind == DiagnosticKind.NOT_UTF8) {
            return new byte[] {'s', 'e', 'c', (byte) 0xE9};
        }
        if (kind == DiagnosticKind.HIDDEN_CHARACTER) {
            return "security ACME \"ACME\u202E plc\"\n".getBytes(StandardCharsets.UTF_8);
        }
        return Files.readAllBytes(Sources.resource("diagnostics").resolve(name + ".security"));
    }

    private static List<Diagnostic> check(String name, byte[] content) {
        try {
            return LANGUAGE.check(SourceText.read(name, content), COMMITTEES, Collections.singletonList("us"))
                    .getDiagnostics();
        } catch (UnreadableSourceException e) {
            return Collections.singletonList(e.getDiagnostic());
        }
    }
}
