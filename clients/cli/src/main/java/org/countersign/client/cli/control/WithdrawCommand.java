package org.countersign.client.cli.control;

import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.argument.TransactionId;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.control.WithdrawMeasureFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code control withdraw}: an operator takes back what it has affirmed. */
@Command(name = "withdraw")
public final class WithdrawCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "MEASURE")
    private String measure;

    @Override
    protected LedgerWork prepare(Network chosen) {
        // A measure's digest has the shape of a transaction's id.
        SecureHash digest = TransactionId.parse(measure);
        return ledger -> {
            ledger.run(WithdrawMeasureFlow.class, digest);
            return Answer.of(
                    new Fields().with("measure", digest),
                    "Withdrawn: " + ledger.self().id() + " does not vote for measure "
                            + digest.toString().substring(0, 16) + ".");
        };
    }
}
