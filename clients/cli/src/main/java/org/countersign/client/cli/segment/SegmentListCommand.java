package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.segment.ListSegmentsFlow;
import picocli.CommandLine.Command;

/** {@code segment list}: the segments of the network, with what is public of them. */
@Command(name = "list")
public final class SegmentListCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<SegmentState> segments = ledger.run(ListSegmentsFlow.class);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (SegmentState segment : segments) {
                documents.add(SegmentViews.document(segment).toMap());
                table.row(
                        segment.getName(),
                        "version " + segment.getVersion(),
                        segment.getTerms().getAdmission().getConditions().size() + " conditions",
                        segment.getTerms().getObservers().size() + " observers");
            }
            Fields document = new Fields().with("segments", documents);
            return segments.isEmpty()
                    ? Answer.of(document, "No segment is established.")
                    : Answer.of(document, table.lines());
        };
    }
}
