package org.countersign.client.cli.identity;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.ClientCommand;
import org.countersign.client.cli.command.OutputOptions;
import org.countersign.client.cli.command.Session;
import org.countersign.workflows.identity.CredentialDocument;
import org.countersign.workflows.identity.sdjwt.MalformedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code identity verify}: checks a credential without a node: who signed it, for which key, and whether it lapsed. */
@Command(name = "verify")
public final class IdentityVerifyCommand implements ClientCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Option(names = "--issuer")
    private String issuer;

    @Option(names = "--at")
    private String at;

    // Accepted here, obeyed by Main, which answers also when a command line is not understood.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private OutputOptions output;

    @Override
    public Answer answer(Session session) {
        Instant when = at == null ? Instant.now() : instant(at);
        CredentialDocument credential = verified(CredentialFile.read(file), when);
        Fields document = new Fields()
                .with("holds", true)
                .with("credential", credential.id())
                .with("kind", credential.getKind())
                .with("issuer", CredentialViews.did(credential.getIssuer()))
                .with("key", CredentialViews.did(credential.getHolder()))
                .with("subject", credential.getSubject())
                .with("claims", new LinkedHashMap<>(credential.getValues()))
                .with("issuedAt", credential.getIssuedAt())
                .with("expiresAt", credential.getExpiresAt())
                .with("statusList", credential.getStatusList())
                .with("statusIndex", credential.getStatusIndex());
        List<String> lines = new ArrayList<>();
        lines.add(
                "The credential holds. Whether it was revoked, and whether its issuer is accepted, is on the ledger.");
        lines.add(credential.getKind() + " by " + CredentialViews.did(credential.getIssuer()));
        lines.add("  of " + CredentialViews.did(credential.getHolder()));
        lines.add("  from " + credential.getIssuedAt() + " until " + credential.getExpiresAt());
        credential.getValues().forEach((claim, text) -> lines.add("  " + claim + ": " + text));
        return Answer.of(document, lines);
    }

    private CredentialDocument verified(String text, Instant when) {
        try {
            CredentialDocument credential = CredentialDocument.read(text);
            require(credential.isSignedByIssuer(), "It is not signed with the key of the issuer that it names.");
            require(
                    issuer == null
                            || CredentialViews.did(credential.getIssuer()).equals(issuer),
                    "Its issuer is " + CredentialViews.did(credential.getIssuer()) + ".");
            require(
                    !when.isBefore(credential.getIssuedAt()) && when.isBefore(credential.getExpiresAt()),
                    "It is valid from " + credential.getIssuedAt() + " until " + credential.getExpiresAt() + ".");
            if (credential.document().isBound()) {
                credential.document().keyBinding();
            }
            return credential;
        } catch (MalformedException e) {
            throw refused(e.getProblem());
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private Failure refused(String why) {
        return new Failure(
                FailureCode.PROOF_REFUSED,
                "The credential does not hold. " + why,
                "Do not rely on " + file + "; ask its provider for another.");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no time.",
                    "Give an instant such as 2026-03-01T09:00:00Z.",
                    e);
        }
    }
}
