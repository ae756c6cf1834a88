package org.countersign.client.cli.identity;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.identity.ExportCredentialFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code identity export}: a credential as the plain document, for use in another system. */
@Command(name = "export")
public final class IdentityExportCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CREDENTIAL")
    private String credential;

    @Option(
            names = {"-o", "--out"},
            required = true)
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            CredentialFile.write(file, ledger.run(ExportCredentialFlow.class, credential));
            return Answer.of(
                    new Fields().with("credential", credential).with("file", file.toString()),
                    "Wrote " + file + ". It discloses every claim of the credential; whoever has it can read them.");
        };
    }
}
