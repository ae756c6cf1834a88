package org.countersign.client.cli.holding;

import java.math.BigDecimal;
import java.util.List;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.validation.Exhibit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code issue}: new units of a security to a first holder. */
@Command(name = "issue")
public final class IssueCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Parameters(index = "1", paramLabel = "QUANTITY")
    private String quantity;

    @Option(names = "--to", required = true)
    private String holder;

    @Mixin
    private EvidenceOptions evidence;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(quantity);
        List<Exhibit> exhibits = evidence.exhibits();
        Member to = chosen.member(holder);
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(
                        IssueSecurityFlow.Initiator.class,
                        EvidenceOptions.arguments(exhibits, symbol, units, ledger.party(to))),
                "Issued " + quantity + " " + symbol + " to " + to.id() + ".",
                new Fields().with("security", symbol).with("quantity", units).with("holder", to.legalName()));
    }
}
