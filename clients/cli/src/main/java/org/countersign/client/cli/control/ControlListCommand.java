package org.countersign.client.cli.control;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.control.FreezeLine;
import org.countersign.workflows.control.ListFreezesFlow;
import picocli.CommandLine.Command;

/** {@code control list}: the freezes of holdings that stand, as far as the member knows of them. */
@Command(name = "list")
public final class ControlListCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<FreezeLine> freezes = ledger.run(ListFreezesFlow.class);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (FreezeLine freeze : freezes) {
                documents.add(document(freeze).toMap());
                table.row(
                        freeze.getFreeze().getId().toString(),
                        freeze.getSymbol(),
                        holder(ledger, freeze),
                        freeze.getQuantity().signum() == 0
                                ? "everything"
                                : freeze.getQuantity().toPlainString(),
                        freeze.getOrder().getReason() + ", " + freeze.getOrder().getOrderedBy() + ", "
                                + freeze.getOrder().getReference());
            }
            List<String> lines = freezes.isEmpty()
                    ? List.of("No freeze of a holding stands that "
                            + ledger.self().id() + " knows of.")
                    : table.lines();
            return Answer.of(new Fields().with("freezes", documents), lines);
        };
    }

    private static String holder(Ledger ledger, FreezeLine freeze) {
        return freeze.getHolder() == null ? "unknown" : ledger.call(freeze.getHolder());
    }

    private static Fields document(FreezeLine freeze) {
        return new Fields()
                .with("freeze", freeze.getFreeze().getId().toString())
                .with("security", freeze.getSymbol())
                .with("holder", freeze.getHolder())
                .with("holderKey", Key.written(freeze.getHolderKey()))
                .with("everything", freeze.getQuantity().signum() == 0)
                .with("quantity", freeze.getQuantity().signum() == 0 ? null : freeze.getQuantity())
                .with("reason", freeze.getOrder().getReason().name())
                .with("orderedBy", freeze.getOrder().getOrderedBy())
                .with("reference", freeze.getOrder().getReference())
                .with("documentHash", freeze.getOrder().getDocumentHash());
    }
}
