package org.countersign.client.cli.ownership;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.NetworkOptions;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.client.proof.OwnershipProofDocument;
import org.countersign.client.proof.OwnershipProofVerifier;
import org.countersign.client.proof.ProofRefusedException;
import org.countersign.client.proof.VerifiedOwnership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proof verify}: checks a proof against a trust root. It asks no node and needs no network. */
@Command(name = "verify")
public final class ProofVerifyCommand implements ClientCommand {
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
        byte[] bytes = read(file, "The proof", "Name the file that 'proof export' wrote.");
        X509Certificate root = root(trust == null ? rootOfNetwork(session) : trust);
        try {
            VerifiedOwnership verified =
                    OwnershipProofVerifier.verify(OwnershipProofDocument.parse(bytes), Optional.of(root));
            List<String> lines = new ArrayList<>(List.of("The proof holds."));
            verified.describe().lines().forEach(lines::add);
            Fields document = new Fields().with("holds", true).with("trustRoot", verified.rootFingerprint());
            Statements.document(verified.statement()).toMap().forEach(document::with);
            return Answer.of(document, lines);
        } catch (ProofRefusedException e) {
            throw new Failure(
                    FailureCode.PROOF_REFUSED,
                    "The proof does not hold. " + e.getMessage(),
                    "Do not rely on " + file + "; ask its owner for another.",
                    e);
        }
    }

    private Path rootOfNetwork(Session session) {
        try {
            return network.in(session).trustRoot();
        } catch (Failure e) {
            // Without a root of the verifier's own choice any forger's network would do.
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "There is no trust root to check the proof against: " + e.getMessage(),
                    "Name the network's root certificate with --trust, from a source that you trust.",
                    e);
        }
    }

    private static X509Certificate root(Path path) {
        String remedy = "Name the network's root certificate, a PEM file, with --trust.";
        byte[] bytes = read(path, "The trust root", remedy);
        try (InputStream stream = new java.io.ByteArrayInputStream(bytes)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        } catch (CertificateException | IOException e) {
            throw new Failure(FailureCode.FILE_WRONG, path + " is no certificate: " + e.getMessage(), remedy, e);
        }
    }

    private static byte[] read(Path path, String what, String remedy) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Failure(FailureCode.FILE_WRONG, what + " cannot be read: " + e + ".", remedy, e);
        }
    }
}
