package org.countersign.client.cli.register;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.register.CatchUpRegisterFlow;
import org.countersign.workflows.register.RegisterCatchUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code register catch-up}: mends a member's registers from its ledger and from the other registrars. */
@Command(name = "catch-up")
public final class RegisterCatchUpCommand extends LedgerCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "[SYMBOL]")
    private String symbol;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> answer(
                ledger,
                symbol == null ? ledger.run(CatchUpRegisterFlow.class) : ledger.run(CatchUpRegisterFlow.class, symbol));
    }

    private static Answer answer(Ledger ledger, List<RegisterCatchUp> reports) {
        List<Object> documents = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean holds = true;
        for (RegisterCatchUp report : reports) {
            holds &= report.getVerification().holds();
            documents.add(new Fields()
                    .with("symbol", report.getSymbol())
                    .with("restoredLines", report.getRestored())
                    .with("receivedTransactions", report.getReceived())
                    .with("problems", report.getProblems())
                    .with("verification", Registers.document(report.getVerification()))
                    .toMap());
            lines.add(report.getSymbol() + ": " + report.getReceived() + " transactions received, "
                    + report.getRestored() + " lines restored from the own ledger.");
            report.getProblems().forEach(problem -> lines.add("  " + problem));
            lines.addAll(Registers.lines(ledger, report.getVerification()));
        }
        if (reports.isEmpty()) {
            lines.add(ledger.self().id() + " keeps no register.");
        }
        Fields document = new Fields()
                .with("member", ledger.self().legalName())
                .with("holds", holds)
                .with("registers", documents);
        Answer answer = Answer.of(document, lines);
        return holds ? answer : answer.unsuccessful();
    }
}
