package org.countersign.client.cli.validation;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.validation.journal.JournalHead;
import org.countersign.workflows.validation.journal.JournalVerification;
import org.countersign.workflows.validation.journal.VerifyJournalFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code journal verify}: follows the chain of a journal, of a member's own on its node or of an exported one in a
 * file. For a file it asks no node and needs no network.
 */
@Command(name = "verify")
public final class JournalVerifyCommand implements ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "[FILE]")
    private Path file;

    @Option(names = "--as")
    private String self;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        if ((file == null) == (self == null)) {
            throw new Failure(
                    FailureCode.WRONG_USAGE,
                    file == null ? "There is no journal to verify." : "There are two journals to verify.",
                    "Name either an exported journal or, with --as, the member whose own journal is meant.");
        }
        if (file != null) {
            return exported(JournalFile.verify(file));
        }
        Network chosen = network.in(session);
        return Ledger.of(
                session, chosen, chosen.member(self), ledger -> own(ledger, ledger.run(VerifyJournalFlow.class)));
    }

    private static Answer exported(JournalHead head) {
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

    private static Answer own(Ledger ledger, JournalVerification verification) {
        boolean holds = verification.getProblem() == null;
        Fields fields = new Fields()
                .with("holds", holds)
                .with("authority", ledger.self().legalName())
                .with("entries", verification.getEntries())
                .with("digest", verification.getHead())
                .with("brokenAt", holds ? null : verification.getBrokenAt())
                .with("problem", verification.getProblem());
        if (holds) {
            return Answer.of(
                    fields,
                    "The journal of " + ledger.self().id() + " holds: " + verification.getEntries() + " entries.",
                    "Its last digest is " + verification.getHead() + ".");
        }
        return Answer.of(
                        fields,
                        "The journal of " + ledger.self().id() + " does not hold: entry " + verification.getBrokenAt()
                                + " is the first that is wrong. " + verification.getProblem(),
                        verification.getEntries() + " entries hold before it. Restore the node's database from a"
                                + " backup, and find out who changed it.")
                .unsuccessful();
    }
}
