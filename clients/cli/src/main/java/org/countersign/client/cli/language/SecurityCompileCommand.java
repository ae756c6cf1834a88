package org.countersign.client.cli.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Session;
import org.countersign.language.CheckedSource;
import org.countersign.language.check.Catalogue;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.model.SecurityModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code security compile}: makes the jar that a definition pins. */
@Command(name = "compile")
public final class SecurityCompileCommand extends SourceCommand {
    /** The environment variable with the key store's password, where no file is named. */
    static final String PASSWORD_VARIABLE = "COUNTERSIGN_KEYSTORE_PASSWORD";

    @Option(
            names = {"-o", "--out"},
            required = true)
    private Path jar;

    @Option(names = "--java")
    private Path java;

    @Option(names = "--keystore")
    private Path keystore;

    @Option(names = "--alias", defaultValue = "cordapp-demo")
    private String alias;

    @Option(names = "--password-file")
    private Path passwordFile;

    private char[] password(Session session) {
        return passwordFile != null
                ? SourceFiles.text(passwordFile).strip().toCharArray()
                : Optional.ofNullable(session.environment().get(PASSWORD_VARIABLE))
                        .orElseThrow(() -> new Failure(
                                FailureCode.ARGUMENT_WRONG,
                                "There is no password for the key store.",
                                "Put it into a file that only you can read and name it with --password-file, or into "
                                        + PASSWORD_VARIABLE + "."))
                        .toCharArray();
    }

    @Override
    Answer answer(Session session, Path source, CheckedSource checked, SecurityModel model) {
        if (passwordFile != null && keystore == null) {
            throw new Failure(
                    FailureCode.WRONG_USAGE, "There is a password but no key store.", "Name it with --keystore.");
        }
        CompiledSecurity compiled = new SecurityCompiler(Catalogue.ofLedger())
                .compile(checked)
                .orElseThrow(() -> new IllegalStateException("A source in order compiles."));
        byte[] bytes = keystore == null
                ? compiled.getJar()
                : PolicySigner.of(keystore, alias, password(session)).sign(compiled.getJar());
        SourceFiles.write(jar, bytes);
        if (java != null) {
            SourceFiles.write(java, compiled.getJavaSource());
        }
        List<String> lines = new ArrayList<>(List.of(
                "Compiled " + model + " to " + jar + (keystore == null ? ", not signed." : ", signed."),
                "Its policy costs " + compiled.getCost() + ".",
                "Source  " + compiled.getSourceDigest(),
                "Model   " + compiled.getModelDigest(),
                "Jar     " + compiled.getJarDigest() + " before it is signed"));
        checked.warnings().forEach(warning -> lines.addAll(warning.lines()));
        return Answer.of(
                new Fields()
                        .with("security", model.getSymbol())
                        .with("file", jar.toString())
                        .with("signed", keystore != null)
                        .with("policy", compiled.getClassName())
                        .with("compiler", SecurityCompiler.VERSION)
                        .with("sourceDigest", compiled.getSourceDigest())
                        .with("modelDigest", compiled.getModelDigest())
                        .with("jarDigest", compiled.getJarDigest())
                        .with("rules", compiled.getCost().getRules())
                        .with("publicRules", compiled.getCost().getPublicRules())
                        .with("compositions", compiled.getCost().getCompositions())
                        .with("warnings", checked.warnings().size()),
                lines);
    }
}
