package org.countersign.client.cli.definition;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.workflows.definition.ListSecuritiesFlow;
import picocli.CommandLine.Command;

/** {@code security list}: the securities that a member knows. */
@Command(name = "list")
public final class SecurityListCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> answer(ledger, ledger.run(ListSecuritiesFlow.class));
    }

    private static Answer answer(Ledger ledger, List<SecurityDefinitionState> definitions) {
        List<Object> documents = new ArrayList<>();
        Table table = new Table();
        for (SecurityDefinitionState definition : definitions) {
            documents.add(Definitions.document(definition).toMap());
            table.row(
                    definition.getTerms().getSymbol(),
                    definition.getTerms().getName(),
                    "issued by " + ledger.call(definition.getIssuer().getName()),
                    Definitions.status(definition));
        }
        Fields document = new Fields().with("securities", documents);
        return definitions.isEmpty()
                ? Answer.of(document, ledger.self().id() + " knows no security.")
                : Answer.of(document, table.lines());
    }
}
