package org.countersign.client.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.workflows.TransactionReceipt;

/** The answer of every command that made a transaction final. */
public final class Receipts {
    private Receipts() {}

    /**
     * Answers with a receipt.
     *
     * @param ledger where the transaction was made
     * @param receipt what the node says about it
     * @param told what happened, as a sentence
     * @param facts what was asked for, to be repeated in the document for scripts
     * @return the answer
     */
    public static Answer answer(Ledger ledger, TransactionReceipt receipt, String told, Fields facts) {
        Map<String, Object> attestedBy = new LinkedHashMap<>();
        receipt.getAttestedBy().forEach((aspect, names) -> attestedBy.put(aspect.name(), names));
        Fields document =
                new Fields().with("transaction", receipt.getTransactionId()).with("operation", receipt.getOperation());
        facts.toMap().forEach(document::with);
        document.with("attestedBy", attestedBy).with("notary", receipt.getNotary());

        Table table = new Table().row("transaction", receipt.getTransactionId().toString());
        receipt.getAttestedBy()
                .forEach((aspect, names) -> table.row(
                        aspect.name().toLowerCase(Locale.ROOT) + " attested by",
                        names.stream().map(ledger::call).collect(Collectors.joining(", "))));
        table.row("notarised by", ledger.call(receipt.getNotary()));
        List<String> lines = new ArrayList<>();
        lines.add(told);
        lines.addAll(table.lines());
        return Answer.of(document, lines);
    }
}
