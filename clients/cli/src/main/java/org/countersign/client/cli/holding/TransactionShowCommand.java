package org.countersign.client.cli.holding;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.argument.TransactionId;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.ShowTransactionFlow;
import org.countersign.workflows.holding.TransactionView;
import org.countersign.workflows.holding.TransactionView.SignatureLine;
import org.countersign.workflows.holding.TransactionView.StateLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tx show}: what a transaction did, and who signed it in which role. */
@Command(name = "show")
public final class TransactionShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "TRANSACTION")
    private String transaction;

    @Override
    protected LedgerWork prepare(Network chosen) {
        SecureHash id = TransactionId.parse(transaction);
        return ledger -> answer(ledger, ledger.run(ShowTransactionFlow.class, id));
    }

    private static Answer answer(Ledger ledger, TransactionView view) {
        return Answer.of(document(view), lines(ledger, view));
    }

    /**
     * A transaction for scripts.
     *
     * @param view as the node shows it
     * @return the document
     */
    public static Fields document(TransactionView view) {
        List<Object> signatures = new ArrayList<>();
        for (SignatureLine signature : view.getSignatures()) {
            signatures.add(new Fields()
                    .with("role", signature.getRole())
                    .with("party", signature.getParty())
                    .with("key", signature.getKey())
                    .toMap());
        }
        return new Fields()
                .with("transaction", view.getId())
                .with("operation", view.getOperation())
                .with("inputs", documents(view.getInputs()))
                .with("outputs", documents(view.getOutputs()))
                .with("windowFrom", view.getWindowFrom())
                .with("windowUntil", view.getWindowUntil())
                .with("notary", view.getNotary())
                .with("signatures", signatures);
    }

    /**
     * A transaction for people.
     *
     * @param ledger where it was read, for the names of members
     * @param view as the node shows it
     * @return the lines
     */
    public static List<String> lines(Ledger ledger, TransactionView view) {
        Table table = new Table();
        table.row("operation", view.getOperation());
        // Cash is issued without a time-window, and what consumes nothing needs no notary.
        if (view.getWindowFrom() != null && view.getWindowUntil() != null) {
            table.row("time", "from " + view.getWindowFrom() + " until " + view.getWindowUntil());
        }
        if (view.getNotary() != null) {
            table.row("notary", ledger.call(view.getNotary()));
        }
        view.getInputs().forEach(state -> table.row("input " + state.getIndex(), told(ledger, state)));
        view.getOutputs().forEach(state -> table.row("output " + state.getIndex(), told(ledger, state)));
        for (SignatureLine signature : view.getSignatures()) {
            table.row(
                    "signed by",
                    signature.getParty() == null
                            ? "key " + signature.getKey() + ", " + signature.getRole()
                            : ledger.call(signature.getParty()) + ", " + signature.getRole());
        }
        List<String> lines = new ArrayList<>();
        lines.add("Transaction " + view.getId());
        lines.addAll(table.lines());
        return lines;
    }

    private static String told(Ledger ledger, StateLine state) {
        return state.getHolder() == null
                ? state.getDescription()
                : state.getDescription() + ", held by " + ledger.call(state.getHolder());
    }

    private static List<Object> documents(List<StateLine> states) {
        List<Object> documents = new ArrayList<>();
        for (StateLine state : states) {
            documents.add(new Fields()
                    .with("index", state.getIndex())
                    .with("description", state.getDescription())
                    .with("holder", state.getHolder())
                    .toMap());
        }
        return documents;
    }
}
