package org.countersign.client.cli.governance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.proof.MisbehaviourDocument;
import org.countersign.client.proof.ProofRefusedException;
import org.countersign.workflows.governance.MisbehaviourRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code misbehaviour verify}: checks a record against a trust root, without a node. */
@Command(name = "verify")
public final class MisbehaviourVerifyCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Option(names = "--trust")
    private Path trust;

    @Mixin
    private NetworkOptions network;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        byte[] bytes = read(file);
        X509Certificate root = root(trust == null ? network.in(session).trustRoot() : trust);
        try {
            MisbehaviourDocument document = MisbehaviourDocument.parse(bytes);
            document.verify(root);
            return told(document);
        } catch (ProofRefusedException e) {
            throw new Failure(
                    FailureCode.PROOF_REFUSED,
                    "The record does not hold. " + e.getMessage(),
                    "Do not rely on " + file + "; ask who gave it to you for another.",
                    e);
        }
    }

    private static Answer told(MisbehaviourDocument document) {
        MisbehaviourRecord record = document.record();
        String accused = record.getAccused().getName().getOrganisation();
        Fields fields = new Fields().with("holds", true).with("provesItself", document.provesItself());
        MisbehaviourViews.document(record).toMap().forEach(fields::with);
        return Answer.of(
                fields,
                "The record holds: " + record.getRecorder().getName().getOrganisation() + " recorded "
                        + record.getKind() + " by " + accused + " at " + record.getRecordedAt() + ".",
                document.provesItself()
                        ? "It proves itself: one key attested and refused the same transaction. That the key is of the"
                                + " seat of " + accused + " stands on the ledger."
                        : "That " + accused + " answered so is the word of the recorder, who has signed for it.");
    }

    private static X509Certificate root(Path path) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(read(path)));
        } catch (CertificateException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    path + " is no certificate: " + e.getMessage(),
                    "Name the network's root certificate, a PEM file, with --trust.",
                    e);
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG, path + " cannot be read: " + e + ".", "Name a file that is there.", e);
        }
    }
}
