package org.countersign.client.cli.language;

import java.nio.file.Path;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.check.KnownCommittee;
import org.countersign.language.source.SourceText;
import org.countersign.workflows.governance.ListCommitteesFlow;
import org.countersign.workflows.segment.ListSegmentsFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code security check}: everything that is wrong with a source, at once. */
@Command(name = "check")
public final class SecurityCheckCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Option(names = "--online")
    private String member;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        SourceText source = SourceFiles.read(file);
        if (member == null) {
            return SourceFiles.diagnosed(SecurityLanguage.ofLedger().check(source));
        }
        Network chosen = network.in(session);
        return Ledger.of(
                session,
                chosen,
                chosen.member(member),
                ledger -> SourceFiles.diagnosed(
                        SecurityLanguage.ofLedger().check(source, committees(ledger), segments(ledger))));
    }

    private static List<KnownCommittee> committees(Ledger ledger) {
        return ledger.run(ListCommitteesFlow.class).stream()
                .map(committee -> new KnownCommittee(
                        committee.getName(),
                        committee.getAspect(),
                        committee.getTerms().getSegment()))
                .toList();
    }

    private static List<String> segments(Ledger ledger) {
        return ledger.run(ListSegmentsFlow.class).stream()
                .map(SegmentState::getName)
                .toList();
    }
}
