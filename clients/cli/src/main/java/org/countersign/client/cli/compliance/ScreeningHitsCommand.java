package org.countersign.client.cli.compliance;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.compliance.ListScreeningFindingsFlow;
import org.countersign.workflows.compliance.ScreeningFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code screening hits}: whom an authority has found to be like an entry of a sanctions list. */
@Command(name = "hits")
public final class ScreeningHitsCommand extends LedgerCommand {
    @Option(names = "--all")
    private boolean all;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<ScreeningFinding> findings = ledger.run(ListScreeningFindingsFlow.class, all);
            List<Object> documents = new ArrayList<>();
            Table table = new Table();
            for (ScreeningFinding finding : findings) {
                documents.add(document(finding).toMap());
                table.row(
                        finding.getPerson(),
                        finding.getStanding() ? finding.getScore() + "" : "gone",
                        finding.getList() + " " + finding.getVersion(),
                        finding.getEntry(),
                        finding.getMatchedName(),
                        finding.getLastFound().toString());
            }
            Fields document = new Fields().with("hits", documents);
            return findings.isEmpty()
                    ? Answer.of(document, ledger.self().id() + " knows nobody who is on a list.")
                    : Answer.of(document, table.lines());
        };
    }

    private static Fields document(ScreeningFinding finding) {
        return new Fields()
                .with("person", finding.getPerson())
                .with("party", finding.getParty())
                .with("list", finding.getList())
                .with("version", finding.getVersion())
                .with("entry", finding.getEntry())
                .with("matchedName", finding.getMatchedName())
                .with("score", finding.getScore())
                .with("firstFound", finding.getFirstFound())
                .with("lastFound", finding.getLastFound())
                .with("standing", finding.getStanding());
    }
}
