package org.countersign.client.cli.governance;

import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.governance.CommitteeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code committee show}: members, weights and threshold of one committee. */
@Command(name = "show")
public final class CommitteeShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            CommitteeState committee = CommitteeViews.named(ledger, name);
            return Answer.of(CommitteeViews.document(committee), CommitteeViews.lines(ledger, committee));
        };
    }
}
