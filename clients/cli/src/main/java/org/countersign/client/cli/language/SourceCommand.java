package org.countersign.client.cli.language;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.model.SecurityModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command on one source that has to be in order; if it is not, what is wrong is the answer. */
abstract class SourceCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    // Accepted like by every command; a source is at hand and needs no network.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public final Answer answer(Session session) {
        CheckedSource checked = SecurityLanguage.ofLedger().check(SourceFiles.read(file));
        return checked.getModel()
                .map(model -> answer(session, file, checked, model))
                .orElseGet(() -> SourceFiles.diagnosed(checked));
    }

    /** Does what the user asked, with a source in order. */
    abstract Answer answer(Session session, Path source, CheckedSource checked, SecurityModel model);
}
