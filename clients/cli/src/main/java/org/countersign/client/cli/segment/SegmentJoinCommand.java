package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.workflows.segment.RequestMembershipFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segment join}: asks to become a member of a segment. */
@Command(name = "join")
public final class SegmentJoinCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String segment;

    @Option(names = "--evidence")
    private List<String> evidence = new ArrayList<>();

    @Option(names = "--reason-code", defaultValue = "APPLICATION")
    private String reasonCode;

    @Option(names = "--reason", required = true)
    private String reason;

    @Override
    protected LedgerWork prepare(Network chosen) {
        List<MembershipEvidence> pieces = new ArrayList<>();
        evidence.forEach(text -> pieces.add(piece(text)));
        return ledger -> Answer.of(
                SegmentViews.document(ledger.run(RequestMembershipFlow.class, segment, pieces, reasonCode, reason)),
                "Asked for membership of segment " + segment + ". What is decided shows in 'segment standing'.");
    }

    private static MembershipEvidence piece(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no evidence.",
                    "Give the code of a condition and a file, for example LICENCE=licence.pdf.");
        }
        OrderDocument document = OrderDocument.read(text.substring(equals + 1));
        return new MembershipEvidence(text.substring(0, equals), document.digest(), document.name());
    }
}
