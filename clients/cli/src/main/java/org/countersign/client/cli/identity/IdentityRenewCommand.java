package org.countersign.client.cli.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.RenewCredentialFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code identity renew}: a provider issues a credential anew and revokes the old one. */
@Command(name = "renew")
public final class IdentityRenewCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CREDENTIAL")
    private String credential;

    @Option(names = "--claim")
    private List<String> claims = new ArrayList<>();

    @Option(names = "--days", required = true)
    private int days;

    @Override
    protected LedgerWork prepare(Network chosen) {
        Map<String, String> changes = CredentialViews.claims(claims);
        return ledger -> {
            CredentialView renewed = ledger.run(RenewCredentialFlow.class, credential, changes, Duration.ofDays(days));
            List<String> lines = new ArrayList<>();
            lines.add("Renewed:");
            lines.addAll(CredentialViews.lines(ledger, renewed));
            return Answer.of(CredentialViews.document(renewed), lines);
        };
    }
}
