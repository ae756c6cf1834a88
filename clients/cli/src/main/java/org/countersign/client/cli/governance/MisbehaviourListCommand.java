package org.countersign.client.cli.governance;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.governance.MisbehaviourRecord;
import picocli.CommandLine.Command;

/** {@code misbehaviour list}: what a member has recorded of the misbehaviour of authorities. */
@Command(name = "list")
public final class MisbehaviourListCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<MisbehaviourRecord> records = ledger.run(ListMisbehaviourFlow.class);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (MisbehaviourRecord record : records) {
                documents.add(MisbehaviourViews.document(record).toMap());
                table.row(
                        record.getRecordedAt().toString(),
                        ledger.call(record.getAccused().getName()),
                        record.getKind().name(),
                        record.getAspect().name(),
                        record.digest().toString());
            }
            Fields document = new Fields().with("records", documents);
            return records.isEmpty()
                    ? Answer.of(document, ledger.self().id() + " has recorded no misbehaviour.")
                    : Answer.of(document, table.lines());
        };
    }
}
