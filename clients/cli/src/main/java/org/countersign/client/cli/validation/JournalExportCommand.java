package org.countersign.client.cli.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalHead;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import org.countersign.workflows.validation.journal.SignJournalFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journal export}: the whole journal with the authority's signature under it, as a file. */
@Command(name = "export")
public final class JournalExportCommand extends LedgerCommand {
    @Option(
            names = {"-o", "--out"},
            required = true)
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            JournalHead head = ledger.run(SignJournalFlow.class);
            List<String> lines = new ArrayList<>();
            // Entries are still being made; what is exported is what was signed.
            for (JournalEntry entry : JournalFile.all(after -> after >= head.getSequence()
                    ? List.of()
                    : ledger.run(ReadJournalFlow.class, JournalQuery.all().after(after)))) {
                if (entry.sequence() <= head.getSequence()) {
                    lines.add(entry.getLine());
                }
            }
            lines.add(JournalFile.line(head));
            write(lines);
            return Answer.of(
                    new Fields()
                            .with("member", ledger.self().legalName())
                            .with("entries", head.getSequence())
                            .with("digest", head.getDigest())
                            .with("file", file.toString()),
                    "Wrote " + file + ": " + head.getSequence() + " entries of the journal of "
                            + ledger.self().id() + ", up to the digest " + head.getDigest() + ".");
        };
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The journal cannot be written to " + file + ": " + e + ".",
                    "Name a file in a directory that exists and that you may write to.",
                    e);
        }
    }
}
