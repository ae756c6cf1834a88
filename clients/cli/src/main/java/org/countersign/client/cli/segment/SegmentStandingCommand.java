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
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.countersign.workflows.segment.OwnMembershipsFlow;
import picocli.CommandLine.Command;

/** {@code segment standing}: a member's own memberships. */
@Command(name = "standing")
public final class SegmentStandingCommand extends LedgerCommand {
    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<SegmentState> segments = ledger.run(ListSegmentsFlow.class);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (SegmentMembershipState membership : ledger.run(OwnMembershipsFlow.class)) {
                String segment = segments.stream()
                        .filter(known -> known.getLinearId().equals(membership.getSegment()))
                        .map(SegmentState::getName)
                        .findFirst()
                        .orElse(membership.getSegment().getExternalId());
                documents.add(SegmentViews.document(membership)
                        .with("segment", segment)
                        .toMap());
                table.row(
                        segment,
                        membership.getStanding().getStatus().name(),
                        membership.getStanding().getReasonCode(),
                        membership.getStanding().getReason());
            }
            Fields document =
                    new Fields().with("member", ledger.self().legalName()).with("memberships", documents);
            return documents.isEmpty()
                    ? Answer.of(document, ledger.self().id() + " has no membership of any segment.")
                    : Answer.of(document, table.lines());
        };
    }
}
