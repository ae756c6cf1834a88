package org.countersign.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.Diagnostic;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;

/** Sources for tests. */
public final class Sources {
    /** The securities that the decision about the syntax compares. */
    public static final List<String> SECURITIES =
            Arrays.asList("reg-d-share.security", "eu-retail-note.security", "reg-s-bond.security");

    private static final Path RESOURCES = Paths.get("src", "test", "resources");

    private Sources() {}

    public static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String security(String name) {
        return read(resource("securities").resolve(name));
    }

    /** A share with a compliance section of the given lines. */
    public static String share(String... compliance) {
        return "security ACME \"ACME plc ordinary shares\"\n"
                + "  issuer \"O=ACME plc, L=London, C=GB\"\n"
                + "  currency GBP\n"
                + "  denomination 0.05 GBP\n"
                + "  supply 1,000,000 units\n"
                + "share\n"
                + "validation\n"
                + "  attest ownership by \"registrars\"\n"
                + "  attest compliance by \"compliance\"\n"
                + "compliance\n"
                + String.join("\n", compliance)
                + "\n";
    }

    public static CheckedSource check(String text) {
        try {
            return new SecurityLanguage(TestRules.catalogue()).check(SourceText.of("test.security", text));
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    /** Checks with all rules of the ledger. */
    public static CheckedSource checkWithLedger(String text) {
        try {
            return SecurityLanguage.ofLedger().check(SourceText.of("test.security", text));
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    public static SecurityModel model(String text) {
        CheckedSource checked = check(text);
        return checked.getModel().orElseThrow(() -> new AssertionError(describe(checked.getDiagnostics())));
    }

    public static String describe(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        diagnostics.forEach(diagnostic ->
                diagnostic.lines().forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }
}
