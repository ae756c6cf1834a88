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
import org.countersign.workflows.identity.account.ReplaceAccountKeyFlow;
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
                .with("openedAt", account.getOpenedAt())
                .with(
                        "formerKeys",
                        account.getFormerKeys().stream()
                                .map(CredentialViews::written)
                                .toList());
    }

    private static List<String> lines(AccountView account) {
        List<String> lines = new ArrayList<>();
        lines.add(account.getName() + ", opened " + account.getOpenedAt());
        lines.add("  account " + account.getId());
        lines.add("  " + CredentialViews.did(account.getKey()));
        lines.add("  " + CredentialViews.written(account.getKey()));
        account.getFormerKeys().forEach(key -> lines.add("  before " + CredentialViews.written(key)));
        return lines;
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

    /** {@code account replace-key}: an account gives and takes by a new key from then on. */
    @Command(name = "replace-key")
    public static final class ReplaceKey extends LedgerCommand {
        @Parameters(index = "0", paramLabel = "ACCOUNT")
        private String account;

        @Override
        protected LedgerWork prepare(Network chosen) {
            return ledger -> {
                AccountView replaced = ledger.run(ReplaceAccountKeyFlow.class, account);
                List<String> lines = new ArrayList<>();
                lines.add("Has a new key at " + ledger.self().id() + ":");
                lines.addAll(lines(replaced));
                lines.add("What the former key holds stays with it until it is recovered: 'control recover'.");
                return Answer.of(document(replaced), lines);
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
