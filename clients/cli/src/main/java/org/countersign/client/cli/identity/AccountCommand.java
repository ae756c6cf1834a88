package org.countersign.client.cli.identity;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.workflows.identity.account.AccountView;
import org.countersign.workflows.identity.account.ListAccountsFlow;
import org.countersign.workflows.identity.account.OpenAccountFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The accounts that a custodian keeps for its clients, as its own people see them. */
public final class AccountCommand {
    private AccountCommand() {}

    private static Fields document(AccountView account) {
        return new Fields()
                .with("account", account.getId())
                .with("name", account.getName())
                .with("key", CredentialViews.written(account.getKey()))
                .with("did", CredentialViews.did(account.getKey()))
                .with("openedAt", account.getOpenedAt());
    }

    private static List<String> lines(AccountView account) {
        return List.of(
                account.getName() + ", opened " + account.getOpenedAt(),
                "  account " + account.getId(),
                "  " + CredentialViews.did(account.getKey()),
                "  " + CredentialViews.written(account.getKey()));
    }

    /** {@code account open}: a client gets a key of its own at a custodian. */
    @Command(name = "open")
    public static final class Open extends LedgerCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name;

        @Override
        protected LedgerWork prepare(Network chosen) {
            return ledger -> {
                AccountView account = ledger.run(OpenAccountFlow.class, name);
                List<String> lines = new ArrayList<>();
                lines.add("Opened at " + ledger.self().id() + ":");
                lines.addAll(lines(account));
                return Answer.of(document(account), lines);
            };
        }
    }

    /** {@code account list}: the accounts of a custodian. */
    @Command(name = "list")
    public static final class ListAll extends LedgerCommand {
        @Override
        protected LedgerWork prepare(Network chosen) {
            return ledger -> {
                List<Object> documents = new ArrayList<>();
                List<String> lines = new ArrayList<>();
                for (AccountView account : ledger.run(ListAccountsFlow.class)) {
                    documents.add(document(account).toMap());
                    lines.addAll(lines(account));
                }
                if (documents.isEmpty()) {
                    lines.add(ledger.self().id() + " keeps no account.");
                }
                return Answer.of(new Fields().with("accounts", documents), lines);
            };
        }
    }
}
