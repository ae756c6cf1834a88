package org.countersign.client.cli.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.segment.JournalDisclosure;
import org.countersign.workflows.segment.RequestJournalFlow;
import org.countersign.workflows.validation.journal.JournalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segment journal}: what an authority has entered about the securities of a segment, for its regulator. */
@Command(name = "journal")
public final class SegmentJournalCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Option(names = "--authority", required = true)
    private String authority;

    @Option(names = "--order", required = true)
    private String reference;

    @Option(names = "--document", required = true)
    private String document;

    @Option(names = "--since")
    private String since;

    @Option(names = "--until")
    private String until;

    @Option(names = {"-o", "--out"})
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        Member asked = chosen.member(authority);
        OrderDocument order = OrderDocument.read(document);
        Instant from = time(since, Instant.EPOCH);
        Instant to = time(until, Instant.MAX);
        return ledger -> {
            List<JournalEntry> entries = new ArrayList<>();
            List<JournalEntry> requests = new ArrayList<>();
            JournalDisclosure page;
            do {
                long after =
                        entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
                page = ledger.run(
                        RequestJournalFlow.class,
                        segment,
                        ledger.party(asked),
                        reference,
                        order.digest(),
                        after,
                        from,
                        to);
                entries.addAll(page.getEntries());
                requests.add(page.getRequest());
            } while (page.getMore());
            return answer(ledger, asked, entries, requests);
        };
    }

    private Answer answer(Ledger ledger, Member asked, List<JournalEntry> entries, List<JournalEntry> requests) {
        List<String> lines = entries.stream().map(JournalEntry::getLine).toList();
        JournalEntry request = requests.get(requests.size() - 1);
        Fields told = new Fields()
                .with("segment", segment)
                .with("authority", asked.legalName())
                .with("order", reference)
                .with("entries", lines)
                .with("request", request.getLine())
                .with("requestDigest", request.digest());
        String summary = entries.size() + " entries of " + asked.id() + " concern segment " + segment
                + ". The request is its entry " + request.sequence() + ", digest " + request.digest() + ".";
        if (file == null) {
            List<String> all = new ArrayList<>(lines);
            all.add(summary);
            return Answer.of(told, all);
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The entries cannot be written to " + file + ": " + e + ".",
                    "Name a file in a directory that exists and that you may write to.",
                    e);
        }
        return Answer.of(told.with("file", file.toString()), "Wrote " + file + ": " + summary);
    }

    private static Instant time(String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no point in time.",
                    "Write it in UTC, for example 2026-11-20T09:30:00Z.",
                    wrong);
        }
    }
}
