package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.segment.CatchUpMembershipsFlow;
import org.countersign.workflows.segment.MembershipsFetched;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code segment catch-up}: fetches the memberships of a segment from its authorities. */
@Command(name = "catch-up")
public final class SegmentCatchUpCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            MembershipsFetched fetched = ledger.run(CatchUpMembershipsFlow.class, segment);
            List<String> lines = new ArrayList<>();
            lines.add(ledger.self().id() + " has " + fetched.getReceived() + " memberships of segment " + segment
                    + " from its authorities.");
            lines.addAll(fetched.getProblems());
            return Answer.of(
                    new Fields()
                            .with("segment", segment)
                            .with("received", fetched.getReceived())
                            .with("problems", fetched.getProblems()),
                    lines);
        };
    }
}
