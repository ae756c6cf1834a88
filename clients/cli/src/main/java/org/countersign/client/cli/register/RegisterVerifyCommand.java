package org.countersign.client.cli.register;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.register.RegisterVerification;
import org.countersign.workflows.register.VerifyRegisterFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code register verify}: the registers of a member against its ledger and against those of other registrars. */
@Command(name = "verify")
public final class RegisterVerifyCommand extends LedgerCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "[SYMBOL]")
    private String symbol;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> answer(
                ledger,
                symbol == null ? ledger.run(VerifyRegisterFlow.class) : ledger.run(VerifyRegisterFlow.class, symbol));
    }

    private static Answer answer(Ledger ledger, List<RegisterVerification> verifications) {
        List<Object> documents = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        boolean holds = true;
        for (RegisterVerification verification : verifications) {
            holds &= verification.holds();
            documents.add(Registers.document(verification).toMap());
            lines.addAll(Registers.lines(ledger, verification));
        }
        if (verifications.isEmpty()) {
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
