package org.countersign.client.cli.segment;

import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.segment.ListSegmentsFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code segment show}: one segment with its admission policy, observers and rules. */
@Command(name = "show")
public final class SegmentShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            SegmentState segment = SegmentViews.named(ledger, name);
            List<SegmentState> all = ledger.run(ListSegmentsFlow.class);
            return Answer.of(SegmentViews.document(segment), SegmentViews.lines(ledger, segment, all));
        };
    }
}
