package org.countersign.client.cli.control;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.control.ListMeasuresFlow;
import org.countersign.workflows.control.MeasureLine;
import picocli.CommandLine.Command;

/** {@code control affirmed}: what a registrar's operator has affirmed, and what became of it. */
@Command(name = "affirmed")
public final class AffirmedCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<Object> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (MeasureLine line : ledger.run(ListMeasuresFlow.class)) {
                documents.add(new Fields()
                        .with("measure", line.getDigest())
                        .with("text", line.getMeasure())
                        .with("affirmedAt", line.getAffirmedAt())
                        .with("transaction", line.getTransactionId())
                        .toMap());
                lines.add(line.getDigest() + " " + line.getMeasure());
                lines.add("  affirmed " + line.getAffirmedAt()
                        + (line.getTransactionId() == null
                                ? ", not voted for yet"
                                : ", voted for in transaction " + line.getTransactionId()));
            }
            if (lines.isEmpty()) {
                lines.add("No measure is affirmed at " + ledger.self().id() + ".");
            }
            return Answer.of(new Fields().with("measures", documents), lines);
        };
    }
}
