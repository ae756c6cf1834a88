package org.countersign.client.cli.validation;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.workflows.validation.journal.JournalHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code journal verify}: checks an exported journal. It asks no node and needs no network. */
@Command(name = "verify")
public final class JournalVerifyCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    // Accepted as everywhere; an exported journal is checked without a network.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        JournalHead head = JournalFile.verify(file);
        return Answer.of(
                new Fields()
                        .with("holds", true)
                        .with("authority", head.getAuthority().getName())
                        .with("entries", head.getSequence())
                        .with("digest", head.getDigest()),
                "The journal holds: " + head.getSequence() + " entries, signed as "
                        + head.getAuthority().getName() + ".",
                "Its last digest is " + head.getDigest() + ".");
    }
}
