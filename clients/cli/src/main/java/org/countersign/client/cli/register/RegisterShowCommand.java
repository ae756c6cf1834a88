package org.countersign.client.cli.register;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.register.RegisterView;
import org.countersign.workflows.register.RegisterView.Holder;
import org.countersign.workflows.register.RegisterView.Holding;
import org.countersign.workflows.register.ShowRegisterFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register show}: who holds what of a security, since when, by which transaction. */
@Command(name = "show")
public final class RegisterShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Option(names = "--page", defaultValue = "1")
    private int page;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> answer(ledger, ledger.run(ShowRegisterFlow.class, symbol, page));
    }

    private static Answer answer(Ledger ledger, RegisterView view) {
        List<Object> holders = new ArrayList<>();
        Table table = new Table();
        for (Holder holder : view.getHolders()) {
            String name = holder.getName() == null
                    ? "key " + holder.getHoldings().get(0).getKey()
                    : ledger.call(holder.getName());
            List<Object> holdings = new ArrayList<>();
            table.row(name, holder.getQuantity().toPlainString());
            for (Holding holding : holder.getHoldings()) {
                holdings.add(document(holding));
                table.row(
                        "",
                        holding.getQuantity().toPlainString(),
                        "since " + holding.getSince(),
                        "by " + holding.getReference().getTxhash());
            }
            holders.add(new Fields()
                    .with("holder", holder.getName())
                    .with("quantity", holder.getQuantity())
                    .with("holdings", holdings)
                    .toMap());
        }
        Fields document = new Fields()
                .with("member", ledger.self().legalName())
                .with("symbol", view.getSymbol())
                .with("name", view.getName())
                .with("security", view.getSecurity().toString())
                .with("outstanding", view.getOutstanding())
                .with("page", view.getPage())
                .with("pages", view.pages())
                .with("holders", holders)
                .with("roots", Registers.document(view.getRoots()));
        List<String> lines = new ArrayList<>();
        lines.add(view.getSymbol() + ", " + view.getName() + ": "
                + view.getOutstanding().toPlainString() + " outstanding.");
        lines.addAll(table.lines());
        if (view.pages() > 1) {
            lines.add("Page " + view.getPage() + " of " + view.pages() + "; the others come with --page.");
        }
        lines.add("Root over the " + view.getRoots().getStanding() + " holdings that stand: "
                + view.getRoots().getHolders());
        return Answer.of(document, lines);
    }

    private static Object document(Holding holding) {
        return new Fields()
                .with("transaction", holding.getReference().getTxhash().toString())
                .with("output", holding.getReference().getIndex())
                .with("key", holding.getKey())
                .with("quantity", holding.getQuantity())
                .with("since", holding.getSince())
                .toMap();
    }
}
