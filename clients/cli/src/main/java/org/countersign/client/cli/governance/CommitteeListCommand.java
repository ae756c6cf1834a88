package org.countersign.client.cli.governance;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.governance.ListCommitteesFlow;
import picocli.CommandLine.Command;

/** {@code committee list}: the committees that count for a member, each in its current epoch. */
@Command(name = "list")
public final class CommitteeListCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<CommitteeState> committees = ledger.run(ListCommitteesFlow.class);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (CommitteeState committee : committees) {
                documents.add(CommitteeViews.document(committee).toMap());
                table.row(
                        committee.getName(),
                        committee.getAspect().name(),
                        "segment " + committee.getTerms().getSegment(),
                        "epoch " + committee.getEpoch(),
                        committee.getTerms().getMembers().size() + " members, threshold "
                                + committee.getTerms().getThreshold());
            }
            Fields document = new Fields().with("committees", documents);
            return committees.isEmpty()
                    ? Answer.of(document, ledger.self().id() + " knows no committee.")
                    : Answer.of(document, table.lines());
        };
    }
}
