package org.countersign.client.cli.identity;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.ListCredentialsFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code identity list}: the credentials that a member keeps, or that it has issued. */
@Command(name = "list")
public final class IdentityListCommand extends LedgerCommand {
    @Option(names = "--issued")
    private boolean issued;

    @Override
    protected LedgerWork prepare(Network chosen) {
        return ledger -> {
            List<CredentialView> views = ledger.run(ListCredentialsFlow.class, issued);
            List<Object> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (CredentialView view : views) {
                documents.add(CredentialViews.document(view).toMap());
                lines.addAll(CredentialViews.lines(ledger, view));
            }
            if (views.isEmpty()) {
                lines.add(ledger.self().id() + (issued ? " has issued no credential." : " keeps no credential."));
            }
            return Answer.of(new Fields().with("credentials", documents), lines);
        };
    }
}
