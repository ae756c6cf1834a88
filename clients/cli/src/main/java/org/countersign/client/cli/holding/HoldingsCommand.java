package org.countersign.client.cli.holding;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdings}: the securities and the cash that a member holds, or sees others hold. */
@Command(name = "holdings")
public final class HoldingsCommand extends LedgerCommand {
    @Option(names = "--observed")
    private boolean observed;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> answer(ledger, ledger.run(HoldingsFlow.class, observed));
    }

    private static String holder(Ledger ledger, HoldingLine holding) {
        String member = holding.getHolder() == null ? "" : ledger.call(holding.getHolder());
        return holding.getAccount() == null ? member : member + " for " + holding.getAccount();
    }

    private Answer answer(Ledger ledger, List<HoldingLine> holdings) {
        String member = ledger.self().id();
        List<Object> documents = new ArrayList<>();
        Table table = new Table();
        for (HoldingLine holding : holdings) {
            documents.add(new Fields()
                    .with("kind", holding.getKind())
                    .with("symbol", holding.getSymbol())
                    .with("name", holding.getName())
                    .with("quantity", holding.getQuantity())
                    .with("holder", holding.getHolder())
                    .with("account", holding.getAccount())
                    .with("issuer", holding.getIssuer())
                    .toMap());
            table.row(
                    holder(ledger, holding),
                    holding.getQuantity().toPlainString(),
                    holding.getSymbol(),
                    // Cash has no other name than its currency.
                    holding.getName().equals(holding.getSymbol()) ? "" : holding.getName(),
                    "issued by " + ledger.call(holding.getIssuer()));
        }
        Fields document = new Fields()
                .with("member", ledger.self().legalName())
                .with("observed", observed)
                .with("holdings", documents);
        List<String> lines = new ArrayList<>();
        if (holdings.isEmpty()) {
            lines.add(member + (observed ? " holds nothing, and sees nothing of others." : " holds nothing."));
        } else {
            lines.add(observed ? "Held, as far as " + member + " sees it:" : member + " holds:");
            lines.addAll(table.lines());
        }
        return Answer.of(document, lines);
    }
}
