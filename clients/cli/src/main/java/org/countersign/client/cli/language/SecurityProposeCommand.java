package org.countersign.client.cli.language;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.command.Receipts;
import org.countersign.client.cli.rpc.Network;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.model.SecurityModel;
import org.countersign.workflows.definition.RegisterSourceFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code security propose}: a new security from its source, proposed by its issuer and signed by the registrars. */
@Command(name = "propose")
public final class SecurityProposeCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        CheckedSource checked = SecurityLanguage.ofLedger().check(SourceFiles.read(file));
        SecurityModel model = checked.getModel()
                .orElseThrow(() -> new Failure(
                        FailureCode.FILE_WRONG,
                        String.join("\n", checked.errors().get(0).lines()),
                        "Mend the source; 'security check' says everything that is wrong with it."));
        String source = checked.getSource().getText();
        return ledger -> Receipts.answer(
                ledger,
                ledger.run(RegisterSourceFlow.Initiator.class, source),
                "Registered " + model + ", from " + file + ".",
                new Fields()
                        .with("security", model.getSymbol())
                        .with("name", model.getName())
                        .with("file", file.toString())
                        .with("authorisedQuantity", model.getSupply())
                        .with("issuer", ledger.self().legalName()));
    }
}
