package org.countersign.client.cli.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.holding.TransferFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transfer}: units of a security to another member, free of payment or against cash. */
@Command(name = "transfer")
public final class TransferCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "SYMBOL")
    private String symbol;

    @Parameters(index = "1", paramLabel = "QUANTITY")
    private String quantity;

    @Option(names = "--to", required = true)
    private String buyer;

    @Option(names = "--against")
    private String against;

    @Option(names = "--from-account")
    private String fromAccount;

    @Option(names = "--to-account")
    private String toAccount;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(quantity);
        Amount<TokenType> price = against == null ? null : Payment.parse(against);
        Member to = chosen.member(buyer);
        String told = "Transferred " + quantity + " " + symbol + " to " + to.id()
                + (price == null ? ", free of payment." : " against " + Payment.text(price) + ".");
        return ledger -> Receipts.answer(
                ledger,
                transfer(ledger, units, ledger.party(to), price),
                told,
                new Fields()
                        .with("security", symbol)
                        .with("quantity", units)
                        .with("buyer", to.legalName())
                        .with("against", price == null ? null : Payment.text(price)));
    }

    // A flow cannot be started by RPC with an argument that is null.
    private TransactionReceipt transfer(Ledger ledger, BigDecimal units, Party to, Amount<TokenType> price) {
        if (fromAccount == null && toAccount == null) {
            return price == null
                    ? ledger.run(TransferFlow.Initiator.class, symbol, units, to)
                    : ledger.run(TransferFlow.Initiator.class, symbol, units, to, price);
        }
        String giver = fromAccount == null ? "" : fromAccount;
        String taker = toAccount == null ? "" : toAccount;
        return price == null
                ? ledger.run(TransferFlow.Initiator.class, symbol, units, to, giver, taker)
                : ledger.run(TransferFlow.Initiator.class, symbol, units, to, price, giver, taker);
    }
}
