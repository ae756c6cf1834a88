package org.countersign.client.cli.ownership;

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
import org.countersign.client.proof.OwnershipProofDocument;
import org.countersign.workflows.ownership.proof.ExportOwnershipProofFlow;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.OwnershipStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proof export}: the evidence that a holding was transferred finally, as a file. */
@Command(name = "export")
public final class ProofExportCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "TRANSACTION")
    private String transaction;

    @Option(
            names = {"-o", "--out"},
            required = true)
    private Path file;

    @Option(names = "--output")
    private Integer output;

    @Override
    protected LedgerWork prepare(Network chosen) {
        SecureHash id = TransactionId.parse(transaction);
        return ledger -> {
            // A flow cannot be started by RPC with an argument that is null.
            OwnershipProof proof = output == null
                    ? ledger.run(ExportOwnershipProofFlow.class, id)
                    : ledger.run(ExportOwnershipProofFlow.class, id, output);
            write(OwnershipProofDocument.from(proof).toJson());
            OwnershipStatement statement = proof.getStatement();
            return Answer.of(
                    Statements.document(statement).with("file", file.toString()),
                    "Wrote " + file + ": " + ledger.call(statement.getHolder()) + " got "
                            + statement.getQuantity().toPlainString() + " "
                            + statement.getSecurity().getSymbol() + ", output " + statement.getOutput()
                            + " of transaction " + id + ".");
        };
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The proof cannot be written to " + file + ": " + e + ".",
                    "Name a file in a directory that exists and that you may write to.",
                    e);
        }
    }
}
