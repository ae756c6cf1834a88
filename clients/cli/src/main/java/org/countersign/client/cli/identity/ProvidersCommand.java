package org.countersign.client.cli.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.workflows.identity.AcceptProvidersFlow;
import org.countersign.workflows.identity.AffirmProvidersFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What {@code identity affirm} and {@code identity accept} have in common: the same words describe the same list of
 * providers, so that those who affirm can repeat what the proposer will say.
 */
public abstract class ProvidersCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "COMMITTEE")
    private String committee;

    @Option(names = "--provider")
    private List<String> providers = new ArrayList<>();

    /** Carries the command out. */
    abstract Answer answer(Ledger ledger, String name, List<AcceptedProvider> list);

    @Override
    protected final LedgerWork prepare(Network chosen) {
        List<Named> named =
                providers.stream().map(text -> Named.parse(chosen, text)).toList();
        return ledger -> {
            // Not an unmodifiable list of this JDK's, which the node could not read.
            List<AcceptedProvider> list = new ArrayList<>();
            named.forEach(one -> list.add(new AcceptedProvider(ledger.party(one.member()), one.kinds())));
            return answer(ledger, committee, list);
        };
    }

    private record Named(Member member, List<ClaimKind> kinds) {
        static Named parse(Network network, String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                return new Named(network.member(text), new ArrayList<>(List.of(ClaimKind.values())));
            }
            List<ClaimKind> kinds = new ArrayList<>();
            Arrays.stream(text.substring(colon + 1).split(",")).forEach(kind -> kinds.add(CredentialViews.kind(kind)));
            return new Named(network.member(text.substring(0, colon)), kinds);
        }
    }

    /** {@code identity affirm}: an operator agrees to a list; its node signs when the list is proposed. */
    @Command(name = "affirm")
    public static final class Affirm extends ProvidersCommand {
        @Override
        Answer answer(Ledger ledger, String name, List<AcceptedProvider> list) {
            SecureHash digest = ledger.run(AffirmProvidersFlow.class, name, list);
            return Answer.of(
                    new Fields().with("committee", name).with("list", digest),
                    "Affirmed the list of providers " + digest.toString().substring(0, 16) + " of " + name + ".");
        }
    }

    /** {@code identity accept}: a committee says whose credentials are accepted. */
    @Command(name = "accept")
    public static final class Accept extends ProvidersCommand {
        @Override
        Answer answer(Ledger ledger, String name, List<AcceptedProvider> list) {
            TrustedProvidersState decided = ledger.run(AcceptProvidersFlow.Initiator.class, name, list);
            List<Object> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            lines.add("The committee " + name + " accepts, version " + decided.getVersion() + ":");
            for (AcceptedProvider accepted : decided.getProviders()) {
                documents.add(new Fields()
                        .with("provider", accepted.getProvider().getName())
                        .with("kinds", new ArrayList<Object>(accepted.getKinds()))
                        .toMap());
                lines.add("  " + ledger.call(accepted.getProvider().getName()) + " for " + accepted.getKinds());
            }
            return Answer.of(
                    new Fields()
                            .with("committee", name)
                            .with("version", decided.getVersion())
                            .with("providers", documents),
                    lines);
        }
    }
}
