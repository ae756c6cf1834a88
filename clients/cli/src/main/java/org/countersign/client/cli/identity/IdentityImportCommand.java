package org.countersign.client.cli.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.ImportCredentialFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code identity import}: takes in a credential for one of the member's keys that came as a file. */
@Command(name = "import")
public final class IdentityImportCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        String document = CredentialFile.read(file);
        return ledger -> {
            CredentialView view = ledger.run(ImportCredentialFlow.class, document);
            List<String> lines = new ArrayList<>();
            lines.add("Imported:");
            lines.addAll(CredentialViews.lines(ledger, view));
            return Answer.of(CredentialViews.document(view), lines);
        };
    }
}
