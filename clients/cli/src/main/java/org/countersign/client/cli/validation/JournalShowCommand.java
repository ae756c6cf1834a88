package org.countersign.client.cli.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.validation.journal.JournalEntry;
import org.countersign.workflows.validation.journal.JournalQuery;
import org.countersign.workflows.validation.journal.ReadJournalFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code journal show}: one entry with all that was seen and found, figures included. */
@Command(name = "show")
public final class JournalShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NUMBER")
    private long number;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<JournalEntry> page =
                    ledger.run(ReadJournalFlow.class, JournalQuery.all().after(number - 1));
            if (page.isEmpty() || page.get(0).sequence() != number) {
                throw new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        "The journal of " + ledger.self().id() + " has no entry " + number + ".",
                        "List its entries: ./countersign journal list --as "
                                + ledger.self().id() + ".");
            }
            Map<String, Object> fields = JournalFile.fields(page.get(0));
            List<String> lines = new ArrayList<>();
            fields.forEach((name, value) -> tell(name, value, "", lines));
            return Answer.of(
                    new Fields()
                            .with("member", ledger.self().legalName())
                            .with("entry", fields)
                            .with("digest", page.get(0).digest()),
                    lines);
        };
    }

    private static void tell(String name, Object value, String indent, List<String> lines) {
        if (value instanceof Map<?, ?> fields) {
            lines.add(indent + name + ":");
            fields.forEach((inner, item) -> tell(inner.toString(), item, indent + "  ", lines));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> tell(name, item, indent, lines));
        } else if (value != null) {
            lines.add(indent + name + ": " + value);
        }
    }
}
