package org.countersign.client.cli.holding;

import java.math.BigDecimal;
import java.util.List;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.validation.Exhibit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redeem}: units of a security back to the issuer, where they end. */
@Command(name = "redeem")
public final class RedeemCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Parameters(index = "1", paramLabel = "QUANTITY")
    private String quantity;

    @Option(names = "--from-account", defaultValue = "")
    private String account;

    @Mixin
    private EvidenceOptions evidence;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(quantity);
        List<Exhibit> exhibits = evidence.exhibits();
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(RedeemFlow.Initiator.class, EvidenceOptions.arguments(exhibits, symbol, units, account)),
                "Redeemed " + quantity + " " + symbol + ".",
                new Fields()
                        .with("security", symbol)
                        .with("quantity", units)
                        .with("holder", ledger.self().legalName()));
    }
}
