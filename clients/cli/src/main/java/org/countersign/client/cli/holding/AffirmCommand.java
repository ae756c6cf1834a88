package org.countersign.client.cli.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.util.UUID;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.AffirmTradeFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code affirm}: the buyer says that a trade is agreed; nothing is put on the ledger. */
@Command(name = "affirm")
public final class AffirmCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Parameters(index = "1", paramLabel = "QUANTITY")
    private String quantity;

    @Option(names = "--from", required = true)
    private String seller;

    @Option(names = "--against")
    private String against;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(quantity);
        Amount<TokenType> price = against == null ? null : Payment.parse(against);
        Member from = chosen.member(seller);
        return ledger -> {
            // A flow cannot be started by RPC with an argument that is null.
            UUID trade = price == null
                    ? ledger.run(AffirmTradeFlow.class, symbol, units, ledger.party(from))
                    : ledger.run(AffirmTradeFlow.class, symbol, units, ledger.party(from), price);
            Fields document = new Fields()
                    .with("trade", trade.toString())
                    .with("security", symbol)
                    .with("quantity", units)
                    .with("seller", from.legalName())
                    .with("against", price == null ? null : Payment.text(price));
            return Answer.of(
                    document,
                    "Affirmed: " + quantity + " " + symbol + " from " + from.id()
                            + (price == null ? ", free of payment." : " against " + Payment.text(price) + "."),
                    "  trade  " + trade);
        };
    }
}
