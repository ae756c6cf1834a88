package org.countersign.client.cli.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.argument.TransactionId;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.client.proof.MisbehaviourDocument;
import org.countersign.workflows.governance.ExportMisbehaviourFlow;
import org.countersign.workflows.governance.MisbehaviourEvidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code misbehaviour export}: one record as a file that can be handed on. */
@Command(name = "export")
public final class MisbehaviourExportCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "RECORD")
    private String record;

    @Option(
            names = {"-o", "--out"},
            required = true)
    private Path file;

    @Override
    protected LedgerWork prepare(Network chosen) {
        // A record's id has the form of a transaction's.
        SecureHash id = TransactionId.parse(record);
        return ledger -> {
            MisbehaviourEvidence evidence = ledger.run(ExportMisbehaviourFlow.class, id);
            write(MisbehaviourDocument.from(evidence).toJson());
            return Answer.of(
                    MisbehaviourViews.document(evidence.getRecord()).with("file", file.toString()),
                    "Wrote " + file + ": " + evidence.getRecord().getKind() + " by "
                            + ledger.call(evidence.getRecord().getAccused().getName()) + ".");
        };
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The record cannot be written to " + file + ": " + e + ".",
                    "Name a file in a directory that exists and that you may write to.",
                    e);
        }
    }
}
