package org.countersign.client.cli.validation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.argument.TransactionId;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journal list}: what an authority was asked and what it answered, a line each. */
@Command(name = "list")
public final class JournalListCommand extends LedgerCommand {
    @Option(names = "--transaction")
    private String transaction;

    @Option(names = "--aspect")
    private String aspect;

    @Option(names = "--asked-by")
    private String asker;

    @Option(names = "--refused")
    private boolean refused;

    @Option(names = "--since")
    private String since;

    @Option(names = "--until")
    private String until;

    @Option(names = "--after", defaultValue = "0")
    private long after;

    @Override
    protected LedgerWork prepare(Network chosen) {
        SecureHash id = transaction == null ? null : TransactionId.parse(transaction);
        CordaX500Name name = asker == null ? null : chosen.member(asker).legalName();
        JournalQuery query = new JournalQuery(
                after,
                id,
                aspect == null ? null : aspectOf(aspect),
                name,
                refused ? false : null,
                time(since),
                time(until));
        return ledger -> answer(ledger, ledger.run(ReadJournalFlow.class, query));
    }

    private static Answer answer(Ledger ledger, List<JournalEntry> entries) {
        List<Object> documents = new ArrayList<>();
        Table table = new Table();
        for (JournalEntry entry : entries) {
            Map<String, Object> fields = JournalFile.fields(entry);
            documents.add(fields);
            table.row(
                    Long.toString(entry.sequence()),
                    entry.at().toString(),
                    fields.get("aspect").toString(),
                    ledger.call(CordaX500Name.parse(fields.get("asker").toString())),
                    Boolean.TRUE.equals(fields.get("attested")) ? "attested" : "refused",
                    fields.get("transaction").toString());
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                entries.isEmpty()
                        ? "The journal of " + ledger.self().id() + " has no such entry."
                        : "The journal of " + ledger.self().id() + ", oldest first:");
        lines.addAll(table.lines());
        return Answer.of(new Fields().with("member", ledger.self().legalName()).with("entries", documents), lines);
    }

    private static Aspect aspectOf(String text) {
        try {
            return Aspect.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no aspect of validation.",
                    "There are " + List.of(Aspect.values()) + ".",
                    unknown);
        }
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no point in time.",
                    "Write it in UTC, for example 2026-11-20T09:30:00Z.",
                    wrong);
        }
    }
}
