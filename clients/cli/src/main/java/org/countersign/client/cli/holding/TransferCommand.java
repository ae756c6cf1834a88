package org.countersign.client.cli.holding;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.math.BigDecimal;
import java.util.List;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.argument.Quantity;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.Exhibit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private EvidenceOptions evidence;

    @Override
    protected LedgerWork prepare(Network chosen) {
        BigDecimal units = Quantity.parse(quantity);
        Amount<TokenType> price = against == null ? null : Payment.parse(against);
        Member to = chosen.member(buyer);
        List<Exhibit> exhibits = evidence.exhibits();
        String told = "Transferred " + quantity + " " + symbol + " to " + to.id()
                + (price == null ? ", free of payment." : " against " + Payment.text(price) + ".");
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(
                        TransferFlow.Initiator.class,
                        EvidenceOptions.arguments(
                                exhibits,
                                symbol,
                                units,
                                ledger.party(to),
                                price,
                                account(fromAccount),
                                account(toAccount))),
                told,
                new Fields()
                        .with("security", symbol)
                        .with("quantity", units)
                        .with("buyer", to.legalName())
                        .with("against", price == null ? null : Payment.text(price)));
    }

    // Both ends are named where one is; the flow takes nothing for the member itself.
    private String account(String named) {
        return fromAccount == null && toAccount == null ? null : named == null ? "" : named;
    }
}
