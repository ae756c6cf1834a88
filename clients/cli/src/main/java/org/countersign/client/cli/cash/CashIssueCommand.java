package org.countersign.client.cli.cash;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import net.corda.core.contracts.Amount;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.Payment;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.cash.IssueCashFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cash issue}: money of a bank, as tokens that a holder can pay with. */
@Command(name = "issue")
public final class CashIssueCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "AMOUNT")
    private String amount;

    @Option(names = "--to", required = true)
    private String holder;

    @Override
    protected LedgerWork prepare(Network chosen) {
        Amount<TokenType> money = Payment.parse(amount);
        Member to = chosen.member(holder);
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(IssueCashFlow.class, money, ledger.party(to)),
                "Issued " + Payment.text(money) + " to " + to.id() + ".",
                new Fields().with("amount", Payment.text(money)).with("holder", to.legalName()));
    }
}
