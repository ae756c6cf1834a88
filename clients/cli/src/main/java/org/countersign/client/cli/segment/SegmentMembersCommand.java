package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.workflows.segment.ListMembersFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code segment members}: the memberships of a segment, for its authorities and its regulators. */
@Command(name = "members")
public final class SegmentMembersCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (SegmentMembershipState membership : ledger.run(ListMembersFlow.class, segment)) {
                documents.add(SegmentViews.document(membership).toMap());
                table.row(
                        ledger.call(membership.getMember().getName()),
                        membership.getStanding().getStatus().name(),
                        membership.getStanding().getReasonCode(),
                        membership.getStanding().getReason());
                membership.getEvidence().forEach(piece -> table.row("", piece.getCondition(), piece.getDescription()));
            }
            Fields document = new Fields().with("segment", segment).with("memberships", documents);
            return documents.isEmpty()
                    ? Answer.of(document, "Segment " + segment + " has no members and no applications.")
                    : Answer.of(document, table.lines());
        };
    }
}
