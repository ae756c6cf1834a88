package org.countersign.client.cli.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.IssueCredentialFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code identity issue}: a provider vouches for a member, or for a client of a custodian. */
@Command(name = "issue")
public final class IdentityIssueCommand extends LedgerCommand {
    @Option(names = "--to", required = true)
    private String holder;

    @Option(names = "--key")
    private String key;

    @Option(names = "--kind", required = true)
    private String kind;

    @Option(names = "--claim", required = true)
    private List<String> claims = new ArrayList<>();

    @Option(names = "--subject", required = true)
    private String subject;

    @Option(names = "--days", required = true)
    private int days;

    @Override
    protected LedgerWork prepare(Network chosen) {
        Member member = chosen.member(holder);
        ClaimKind about = CredentialViews.kind(kind);
        Map<String, String> values = CredentialViews.claims(claims);
        return ledger -> {
            Party party = ledger.party(member);
            CredentialView issued = ledger.run(
                    IssueCredentialFlow.Initiator.class,
                    party,
                    key == null ? party.getOwningKey() : CredentialViews.key(key),
                    about,
                    values,
                    subject,
                    Duration.ofDays(days));
            List<String> lines = new ArrayList<>();
            lines.add("Issued to " + member.id() + ":");
            lines.addAll(CredentialViews.lines(ledger, issued));
            return Answer.of(CredentialViews.document(issued), lines);
        };
    }
}
